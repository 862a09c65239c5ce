"""English words that documents on city work use, with what people say for them.

The documents' words stand before the colon; behind it what is said instead, those of several words
with '_' between them. Endings need not be listed: words are compared by their stems. Where one of
the documents' has several words, as 'auto_thefts', it stands alone before the colon, and is put for
whatever is said instead. A word that has a second meaning of its own in city work is left out.
"""

SYNONYMS = """
homeless: unhoused rough_sleepers rough_sleeper rough_sleeping sleeping_rough sleep_rough
homeless: street_people on_the_streets on_the_street living_rough encampment encampments tents
homeless: without_homes unsheltered roofless people_on_the_streets people_living_on_the_street
homeless: people_living_on_the_streets living_on_the_street living_on_the_streets
homeless: without_a_home without_a_roof sleep_outside living_outside sleeping_outside houseless
shelter: bed beds hostel hostels
permanent_housing: place_to_live a_home_of_their_own permanent_home permanent_homes
housing homes: houses dwelling dwellings flats apartments lodging accommodation roof
affordable: low-cost low-rent cheap people_can_afford people_can_pay_for reasonably_priced
housing: places_to_live
tenants rental: renter renters leaseholder
rent rental: lease
eviction: thrown_out_of_their_homes thrown_out_of_their_home kicked_out_of_their_homes
eviction: kicked_out_of_their_home put_out_of_their_homes thrown_out thrown_on_the_street
eviction: lose_their_homes lose_their_home losing_their_homes losing_their_home lost_their_homes
eviction lose: kicked
rental_help: rent_help rent_aid rental_aid rent_assistance help_with_rent help_with_the_rent
landlord: property_owner
neighbourhood: neighborhood barrio district block
slum informal: shantytown shanty favela squatter unregulated unplanned
informal: slum slums
title_deeds: land_title land_titles property_title property_titles ownership_papers
title_deeds: titles_to_their_homes
flood: flooded inundation deluge high_water under_water
flood: floodwater
rain: rainfall downpour storm storms
heat: hot hotter heatwave heatwaves scorching overheating temperature
drought: water_shortage dry_spell
drinking_fountains: water_fountains water_taps drinking_taps
drinking fountains: tap
water: pipe pipes aqueduct
leaks: leak leaky leaking leakage
meters: gauge gauges
networked: smart wireless connected
hand: manually
consumption use: usage
aquifers: groundwater
sewage wastewater: effluent sewers sewer drains
dumps rubbish: tip tips landfill landfills fly-tipping dumping litter dumpsite dumping_grounds
ravines: canyons gullies gully
waste trash: garbage rubbish refuse litter bins
recycled: reuse reused recycling reclaimed
pollution air: smog fumes dirty_air contamination
emissions carbon: greenhouse co2 footprint
carbon_neutrality: net_zero carbon_neutral climate_neutral zero_emissions
trees vegetation: greenery
electricity energy: power
climate: environmental environment global_warming
readings sensors: measurements detectors probes
drones: unmanned_aircraft uav uavs quadcopter aerial from_the_air
cameras: cctv video surveillance
map maps: chart plot
app: mobile_app phone_app smartphone
website site: webpage homepage
online digital: electronic web internet virtual paperless
broadband internet: wifi wi-fi connectivity
paper paperwork electronic: paperwork paperless
paperwork procedures permits: red_tape bureaucracy bureaucratic formalities
dashboard: dashboards scoreboard panel
datasets: dataset data_files data_collections files data_sets spreadsheets tables
open_data: public_data
data_inventory: list_of_all_your_data list_of_your_data list_of_all_data data_catalog
data_inventory: data_catalogue
records: files archive
software system: tool program
algorithm: ai artificial_intelligence machine_learning model
survey: poll polls polled polling questionnaire questionnaires surveyed
answered respondents: responded reply replied
feedback: opinions views comments
comment: weigh_in have_a_say have_their_say have_its_say had_a_say had_their_say had_its_say
listened asked: consulted consult consultation heard
meetings: get-together gathering gatherings assembly sessions town_meetings
summit: get-together gathering conference attendance
came: turned_up turn_up showed_up show_up attended attendance attendees
residents: citizens inhabitants locals dwellers townspeople folks taxpayers neighbours neighbors
residents people: population public
people: persons folk folks ppl individuals
young people: youngsters youth youths teens teenagers adolescents kids
children: kids youngsters pupils
students: undergraduate undergraduates pupils learners
colleges universities: higher_education academia campus
training courses: class classes course lessons workshop workshops webinar
skills: abilities competences
jobs work: employment job employed occupation positions
unemployment: jobless joblessness out_of_work without_work without_a_job out_of_a_job
businesses: shops stores firms companies enterprises traders shopkeepers merchants entrepreneurs
businesses: mom_and_pop
businesses registering: startups start-ups
registering_a_business: start_a_business open_a_business start_a_company set_up_a_company
registering_a_business: set_up_a_business open_a_company start_a_firm open_a_firm set_up_a_firm
registering_a_business: setting_up_a_company setting_up_a_business opening_a_company
registering_a_business: opening_a_business starting_a_business starting_a_company
contracts contracting: contract tender tenders deals
contractors vendors: suppliers vendor supplier providers
procurement: purchasing buying buys purchases
workers: labourers workforce workmen labour
staff employees: workforce personnel civil_servants public_servants workers employee
officials: staff civil_servants public_servants
hours: working_time shifts
women: female females ladies
colour: black minority minorities nonwhite
construction: building builders
police: cops policing police_officers law_enforcement sheriff
crime violence: criminality delinquency lawlessness
homicide: murder murders murdered killings killed killing slayings manslaughter
homicide deaths: killed
shootings: gun gunfire firearms
violence: violent attacks assaults
burglaries: burglary break-ins burgled break_ins
thefts: theft stealing stolen robbery robberies larceny shoplifting muggings
domestic_violence: domestic_abuse wife_beating battered_women
sexual_violence: rape rapes sexual_assault sexual_assaults sexual_abuse
auto_thefts: car_theft car_thefts stolen_cars vehicle_theft vehicle_thefts cars_stolen
auto_thefts: stealing_cars theft_of_cars thefts_of_cars
arrests: arrested detained
gang: gangs
extortion: shakedowns
safety safe: security secure
emergency response: ambulance ambulances paramedics 911 first_responders rescue
emergency rooms: er casualty
emergency_rooms: a&e ers
health care: medical healthcare clinic clinics
health insurance: insured uninsured coverage
illness disease: ill sick sickness ailment outbreak epidemic infection
syphilis: std stds sti stis venereal sexually_transmitted
fumigation: spraying insecticide
patients: sick
vaccination: vaccine vaccines jab jabs vaccinated immunisation immunization inoculation shots
pregnancy: pregnant pregnancies
teenage_pregnancy: teen_moms teen_mums teen_mothers teenage_mothers young_mothers teen_mom
teenage: teen teens
pandemic covid: coronavirus covid-19 corona lockdown virus
dengue: mosquito mosquitoes
deaths: died dead fatalities fatal die dying lost_their_lives killed
lead: lead_paint old_paint paint lead_poisoning
animals: pets pet dogs cats strays puppies kittens
animal_services: dog_pound animal_pound animal_shelter animal_shelters animal_control
saved: rescued survived survival
saved: getting_out_alive got_out_alive get_out_alive leaving_alive left_alive came_out_alive
clean-up: manure dung
traffic: congestion jams gridlock
crashes: accidents collisions accident crash wrecks pile-ups smashes
road: roads street streets motorway highway
street_lights: streetlights streetlight street_lamps street_lighting lampposts lamp_posts
junctions: intersections crossroads
road_works: road_repairs road_repair road_maintenance repaving resurfacing potholes pothole
road_works: street_repairs street_repair street_fixes
sidewalk: sidewalks pavement pavements footpath footpaths
walk: on_foot walking pedestrians pedestrian stroll
mobility walk: get_about get_around getting_about getting_around
mobility transit transport: bus buses commuting
bikes: bicycles bicycle cycling cyclists bike
traffic_signals: traffic_lights traffic_light stoplights
driving_licence: driver's_license drivers_license driver's_licence driver_license driver_licence
driving_licence: driving_license driving_permit permit_to_drive
driving_licences: driver's_licenses drivers_licenses driver's_licences driver_licenses
licence: license licensing
suspended: waived forgave forgiven wiped wrote_off written_off let_go_of amnesty
branches: twigs sticks
algorithm: computer
workforce: labour labor
under-represented: left_out excluded miss_out missing_out underrepresented
under_served: underserved
women_of_colour: women_of_color black_women minority_women
data: information facts
permits: permit permission authorisation authorization approval
fees fines: ticket tickets penalties
fines: ticket tickets
parks leisure: playground playgrounds recreation
underpass: tunnel
sport: sports football
culture: arts music
debris waste: junk scrap
removed: hauled cleared
library: libraries
budget: finances pot kitty
participatory_budget: citizens'_budget
participatory_budgeting: citizens'_budgeting
vote: ballot ballots election voting voted referendum
votes participants: turnout
voters: electorate
tax: taxes levy levies
revenue: income takings earnings receipts
dollars: bucks usd
money funds: cash funding sum
funds: puts_up_the_money put_up_the_money puts_up_money foots_the_bill sponsors sponsor
funds funder: backer donor financier
supported: lent_a_hand lend_a_hand helped_out
repurposed moved: shifted shifting reallocated redirected
funds supported: paid paying
funds: whose_money money_is_behind money_comes_from
authors written: wrote
funds: pays financed bankrolls bankrolled finances foots_the_bill backs
spent invested: spend spending invest put_into
saving saved: save savings cut_costs
cost: price pricey expensive expense expenses
grants: grant subsidy subsidies aid handout handouts relief
loan: credit borrowed borrowing borrow
bond: municipal_bond bonds debt
prize: award awards winnings
rehoused moved: relocated resettled rehomed
deficits: shortfall shortfalls in_the_red
reserves: rainy_day
poverty: poor poorest deprived needy low-income low_income impoverished
vulnerable: at-risk at_risk disadvantaged marginalised marginalized
under-represented groups: disadvantaged minorities marginalised
equity: fairness fair justice equality equal
gaps: inequality inequalities disparity disparities divide
race: racial ethnic
ordinance law: law bylaw by-law legislation statute rulebook rule regulation
charter: constitution
council: councillors councilors legislature
mayor: mayoress
city_hall: town_hall
local_government: local_authority local_authorities
city government: municipality municipal council
manager head: boss chief leader in_charge
director head: boss chief leader in_charge
director: person_at_the_top at_the_top_of
launched: came_into_being come_into_being came_to_life came_into_existence went_live go_live
launched: was_born got_off_the_ground saw_the_light_of_day
expansion: went_international go_international went_abroad
choose: go_for goes_for went_for opt_for opts_for opted_for plumped_for settled_on
assessed: been_through_the_evaluation gone_through_the_evaluation been_evaluated
assessed: been_through_an_evaluation gone_through_an_evaluation went_through_the_evaluation
programming_language: coded_in coding_language
public: non-private state-run government-run publicly-run
cost_at_most: price_ceiling spending_ceiling cost_ceiling spending_cap price_cap cost_cap
cost_at_most: spending_limit price_limit cost_limit
named: appointed picked
fitted: installed install
leads runs: in_charge manages managed operates administers oversees organises organizes
run: carries_out carry_out conducts conducted carried_out operated handled
made developed: created designed invented built
started launched began: start begin kick_off kicked_off set_up founded established introduced
newly new: latest recent first-time first-timers debut
new name: renamed rename rebranded
stopped: ended scrapped axed shut_down abolished cancelled discontinued
fell drop: decline declined decrease decreased down dropped go_down went_down come_down shrink
fell drop: lower reduced reduction cut
rose: increase increased grew growth up climbed go_up went_up gone_up higher
faster quicker: speed speedier speedy sped quick quickly shorter_waits
time: wait waits waiting
slow delays: delays
improve: better improved upgrade
homes upgraded: done_up renovated refurbished fixed_up repairs
repairs: fix fixing fixed mend mended
found: discovered identified spotted detected located
spots detected: spot find detect locate
show: reveal revealed prove proven proved
goals: targets aims objectives goal aim
plan: roadmap blueprint
plan strategic: long-term_plan
reviews: review check-ins check-in evaluations
performance: results
results: outcomes impact
average: mean
share percentage: proportion percent fraction
nearly: almost
annual year: yearly annually
quarterly: every_three_months every_quarter four_times_a_year
month: monthly
week: weekly
day: daily
free: no_charge gratis
moved up rose: promoted upgraded climbed jumped
rose: level_up leveled_up levelled_up bumped_up bump_up
kept: retained maintained held_on_to
lost: stripped revoked withdrawn
loses lost: downgraded demoted revoke strip
lapses: expire expires expiry expiration run_out
lasts: valid_for
private: secret undisclosed confidential
criteria: boxes requirements items
meets: fulfil fulfilled fulfill fulfills satisfied satisfies
areas groups: headings sections categories
proven_elsewhere: worked_elsewhere worked_somewhere_else tried_elsewhere
disaggregated: breakdown broken_down
certification: certificate badge accreditation seal label award
level: tier rank grade status medal rung notch
assessment: evaluation audit appraisal exam
self-assessment: self_evaluation self_review self_test self_check self_rating
experts certifiers: specialists assessors auditors examiners judges graders evaluators inspectors
visits: in_person on-site site_visit
validate: verify verified validated double-check double-checks vet vets vetted check checks
registered: signed_up enrolled
apply: sign_up enter enrol enroll register join
apply_again: try_again reapply have_another_go resit second_attempt another_try
missed_the_mark: don't_make_it didn't_make_it don't_make_the_cut fall_short fell_short
missed: fail failed
experimental experiment: trial rct rcts randomised randomized
comparison_group: control_group
behavioural: nudge behavioral
chief_data_officer: cdo
indicators metrics: kpi kpis
benchmark: yardstick
breach security: hackers hacking hacked cybersecurity cyberattack
data_breach: data_leak data_leaks leaked_data
bias: discrimination prejudice
interactions contacts: encounters
tailored: personalised personalized customised customized bespoke
guides: handbook
finalist: runner-up runners-up shortlisted
honor_roll: honourable_mention honorable_mention
challenge prize: contest
support coaching: help assistance mentors mentoring
next steps: advice recommendations
partner: collaborator ally allies partnered partnership
organisation: body institution agency charity ngo nonprofit
Bloomberg: billionaire
founded: start set_up
announced: unveiled revealed published
reported: told said
threshold: cut-off_point cut-off_mark pass_mark passing_score
threshold population: cutoff cut-off minimum
inhabitants population: headcount
eligible: qualify qualifies allowed
documents: papers paperwork files
evidence: proof proofs
properties: buildings building plots plot parcels parcel lots real_estate
tool: thing instrument gadget
unit team: department office squad
joint together: jointly
ideas solutions: idea proposals suggestions
drawings: sketches pictures drew
idea: scheme brainwave
messages: texts texting sms reminders
text: texts sms text_message
colour: color
centre: center
organisation: organization
analyse: analyze
vouchers: coupon coupons voucher
border: frontier
tidal: tide tides king_tides king_tide
sea: ocean
landscape: garden gardens lawn lawns yard grass irrigation sprinklers
miles: kilometres kilometers km
gallons: litres liters
square_metre: m2 sq_m
fountains: refill
clean-up: cleanup cleaning_up tidying
carriage_horses: horse-drawn_carriages horse_carriages horse_drawn_carriages
devices: laptops tablets chromebooks ipads
backlog: pile-up queue queues
"""
