"""English words that documents on city work use, with what people say for them.

The documents' words stand before the colon; behind it what is said instead, those of several words
with '_' between them. Endings need not be listed: words are compared by their stems. A word that
has a second meaning of its own in city work is left out.
"""

SYNONYMS = """
homeless: unhoused rough_sleepers rough_sleeping sleeping_rough street_people on_the_streets
homeless: without_a_home without_a_roof sleep_outside living_outside sleeping_outside houseless
shelter: bed beds hostel hostels
permanent housing: roof flat apartment place_to_live a_home_of_their_own
housing homes: houses dwelling dwellings flats apartments lodging accommodation
affordable: low-cost low-rent cheap
tenants rental: renter renters leaseholder
rent rental: lease
eviction: evicted evict kicked_out thrown_out
landlord: property_owner
neighbourhood: neighborhood barrio quarter district area block community
slum informal: shantytown shanty favela squatter unregulated unplanned
title deeds: land_title property_title ownership_papers
flood: flooded inundation deluge high_water under_water
flood: floodwater
rain: rainfall downpour storm storms
heat: hot hotter heatwave heatwaves scorching overheating
drought: water_shortage dry_spell
drinking fountains: water_fountains water_taps tap
water: pipe pipes aqueduct
leaks: leak leaky leaking leakage
meters: gauge gauges
sewage wastewater: effluent sewers sewer drains
dumps rubbish: tip tips landfill landfills fly-tipping dumping litter
waste trash: garbage rubbish refuse litter
recycled: reuse reused recycling
pollution air: smog fumes dirty_air contamination
emissions carbon: greenhouse co2 footprint
trees vegetation: greenery
electricity energy: power
climate: environmental environment global_warming
readings sensors: measurements detectors probes
drones: unmanned_aircraft uav uavs quadcopter
cameras: cctv video
map maps: chart plot
app: application mobile_app phone_app
website site: webpage homepage
online digital: electronic web internet virtual paperless
broadband internet: wifi wi-fi connectivity
paper paperwork electronic: paperwork paperless
dashboard: dashboards scoreboard panel
datasets: dataset data_files data_collections files data_sets spreadsheets tables
open data: public_data
records: files archive
software system: tool program
algorithm: ai artificial_intelligence machine_learning model
survey: poll polls polled polling questionnaire questionnaires surveyed
answered respondents: responded reply replied
feedback: opinions views comments say
listened asked: consulted consult consultation heard
meetings: get-together gathering gatherings assembly sessions
summit: get-together gathering conference attendance
came: turned_up turn_up showed_up show_up attended attendance attendees
residents: citizens inhabitants locals dwellers townspeople folks taxpayers neighbours neighbors
residents people: population public
people: persons folk folks ppl individuals
young people: youngsters youth youths teens teenagers adolescents kids
children: kids youngsters pupils minors
students: undergraduate undergraduates pupils learners
colleges universities: higher_education academia
training courses: class classes course lessons schooling workshop workshops
skills: abilities competences
jobs work: employment job employed occupation positions
businesses: shops stores firms companies companies enterprises traders shopkeepers merchants
businesses registering: startups start-ups start_a_business open_a_business
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
police: cops policing officers law_enforcement sheriff
crime violence: criminality delinquency lawlessness
homicide: murder murders murdered killings killed killing slayings manslaughter
homicide deaths: killed
shootings: gun gunfire firearms
violence: violent attacks assaults
burglaries: burglary break-ins burgled break_ins
thefts: theft stealing stolen robbery robberies larceny
auto thefts: car_theft stolen_cars vehicle_theft car_thefts
arrests: arrested detained
gang: gangs
extortion: shakedowns
safety safe: security secure
emergency response: ambulance ambulances paramedics 911 first_responders rescue
emergency rooms: er casualty a&e
health care: medical healthcare clinic clinics
health insurance: insured uninsured coverage
illness disease: ill sick sickness ailment
patients: sick
vaccination: vaccine vaccines jab jabs vaccinated immunisation shots
pregnancy: pregnant pregnancies
teenage: teen teens
pandemic covid: coronavirus covid-19
dengue: mosquito mosquitoes
deaths: died dead fatalities fatal die dying lost_their_lives killed
fever: temperature
lead: lead_paint
traffic: congestion jams gridlock
crashes: accidents collisions accident crash wrecks
road: roads street streets motorway highway
road works: road_repairs road_maintenance repaving
sidewalk: sidewalks pavement pavements footpath footpaths
walk: on_foot walking pedestrians pedestrian stroll
walk mobility: get_about get_around getting_about getting_around
mobility transit transport: bus buses public_transport commuting
bikes: bicycles bicycle cycling cyclists bike
lights signals: traffic_lights traffic_light
driving licence: licences driver's_license drivers_license driver's_licence permit_to_drive
charge free: pay
branches: twigs sticks
algorithm: computer
workforce: labour labor
under-represented: left_out excluded
data: information facts
permits: permit permission authorisation authorization approval
fees fines: ticket tickets penalties
fines: ticket tickets
parks leisure: park playground playgrounds recreation
sport: sports football
culture: arts music
debris waste: junk scrap stuff
removed: hauled cleared
library: libraries
budget: finances
participatory budget: citizens'_budget
vote: ballot ballots election voting voted
voters: electorate
tax: taxes levy levies
revenue: income takings earnings receipts
dollars: bucks usd
money funds: cash funding sum
funds: puts_up_the_money put_up_the_money puts_up_money foots_the_bill sponsors sponsor
supported: lent_a_hand lend_a_hand helped_out
funds: pays financed bankrolls bankrolled finances foots_the_bill backs
spent invested: spend spending invest put_into
saving saved: save savings cut_costs
cost: price pricey expensive expense expenses
grants: grant subsidy subsidies aid handout handouts
loan: credit borrowed borrowing borrow
bond: municipal_bond bonds debt
prize: award awards winnings
surplus: deficit
deficits: shortfall shortfalls in_the_red
reserves: rainy_day
poverty: poor deprived needy low-income low_income
vulnerable: at-risk at_risk disadvantaged marginalised marginalized
under-represented groups: disadvantaged minorities marginalised
equity: fairness fair justice equality equal
gaps: inequality inequalities disparity disparities divide
race: racial ethnic
ordinance law: law bylaw by-law legislation statute rulebook rule
charter: constitution
council: councillors councilors legislature
mayor: mayoress
city government: city_hall town_hall municipality municipal local_authority council
manager head: boss chief leader in_charge
director head: boss chief leader in_charge
named: appointed installed picked
leads runs: in_charge manages managed operates administers oversees organises organizes
run: carries_out carry_out conducts conducted carried_out operated handled
made developed: created designed invented built
started launched began: start begin kick_off kicked_off set_up founded established introduced
newly new: latest recent
new name: renamed rename rebranded called
stopped: ended scrapped axed shut_down abolished cancelled discontinued
fell drop: decline declined decrease decreased down dropped go_down went_down come_down shrink
fell drop: lower reduced reduction cut
rose: increase increased grew growth up climbed go_up went_up gone_up higher
faster quicker: speed speedier sped quick quickly shorter_waits
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
more than: over
nearly: almost
annual year: yearly annually
quarterly: every_three_months every_quarter
month: monthly
week: weekly
day: daily
free: no_charge gratis
moved up rose: promoted upgraded climbed went_up
kept: retained maintained held_on_to
lost: stripped revoked withdrawn
criteria: boxes requirements items tests
certification: certificate badge accreditation seal label award
level: tier rank grade status medal
assessment: evaluation audit appraisal exam
self-assessment: self_evaluation self-evaluation
experts: specialists reviewers assessors auditors examiners
validate: verify verified validated double-check double-checks vet vets vetted check checks
apply: sign_up enter enrol enroll register join participate take_part
apply again: try_again reapply have_another_go resit second_attempt
missed the mark: fail failed don't_make_it didn't_make_it don't_make_the_cut fall_short
support coaching: help assistance
next steps: advice recommendations
partner: collaborator ally allies partnered
organisation: body institution agency charity ngo nonprofit
Bloomberg: billionaire
founded: start set_up
announced: unveiled revealed published
reported: told said
threshold population: cutoff cut-off minimum
inhabitants population: headcount
eligible: qualify qualifies allowed
documents: papers paperwork files
evidence: proof proofs
properties: buildings building plots plot parcels parcel lots real_estate
tool: thing instrument gadget
unit team: department office section squad
joint together: jointly
ideas solutions: idea proposals suggestions
drawings: sketches pictures drew
idea: scheme brainwave
messages: texts texting sms
text: texts sms text_message
vouchers: coupon coupons voucher
border: frontier
tidal: tide tides
sea: ocean
landscape: garden gardens lawn lawns yard
gallons: litres liters
square metre: m2
fountains: refill
clean-up: cleanup cleaning_up tidying
carriage horses: horse-drawn horse_carriages
backlog: pile-up queue queues
"""
