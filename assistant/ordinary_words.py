"""Words of every day, which are never a slip of another word.

'Spring' is no misspelt 'sprint', nor 'seniors' 'sensors', though one letter tells them apart.
Endings need not be listed, since words are compared by their stems, nor what is too short to be
corrected. What differs from the documents' spelling only, as 'color' does, is left out: it is to
be corrected. Of Spanish and Portuguese words only those are here that are one slip from a place.
"""

from functools import lru_cache

from index.lexicon import term

_LANGUAGE = "en"


def is_ordinary(word: str) -> bool:
    """Whether a word, folded, or its stem, is a word of every day."""
    return word in _OTHERS or word in _stems() or term(word, _LANGUAGE) in _stems()


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(term(word, _LANGUAGE) for word in _WORDS.split())


_OTHERS = frozenset(
    """alegria autonomia boton buena buenas bueno cantar cidades colores compras coracao
    espalha indica libera maleta marina medico nueva nuevas queria reciba recibe reciben romana
    seria serva serve serviam servir""".split()
)
_WORDS = """
ability abroad absence absent absolute abuse academic accent accept access accident accomplish
accuse achieve acknowledge acquire across action actor actress actual adapt addict address adequate
adjust admire admit adopt adult advance advantage adventure advert advice advise affair affect
afford afraid afternoon again against agency agenda agent aggressive agree ahead alarm album alcohol
alert alien alike alive alley allow almost alone along aloud already alter although altogether
always amaze ambition amount amuse analyst ancient angel anger angle angry animal ankle announce
annoy annual another answer anxiety anxious anybody anyone anything anyway apart apartment apologise
apparent appeal appear apple appoint appreciate approach appropriate approve April apron arena argue
argument arise armed around arrange arrest arrival arrive arrow article artist ashamed aside asleep
aspect assault assign assist associate assume assure athlete atmosphere attach attack attempt attend
attention attitude attorney attract auction audience author automotive autonomy autumn avenue
average avoid awake award aware awful awkward bacon badly bakery balance balcony ballet ballot
banana banker banner barely bargain barge barrel barrier basement basic basket batter battery battle
beach beard beast beating beauty become bedroom before began begin beginner begun behave behaviour
behind being belief believe belong below bench beneath benefit beside better between beyond bicycle
bigger billion biology birth birthday biscuit bishop bitter black blade blame blank blanket blast
bleach bleed blend bless blind block blonde blood bloom board boast bodies boiler bonus booth border
boring borrow bother bottle bottom bought bounce bound boundary bounty bowling boxing brain brake
branch brand brave bread break breakfast breast breath breathe breed breeze brick bridge brief
bright brilliant bring broad broadcast broaden broken broker brother brought brown brunch brush
bubble bucket buddy buffer bullet bunch bundle burden burger burial buried burst butcher butter
button buyer cabbage cabin cabinet cable cafe calendar camera campaign campus cancel cancer
candidate candle candy cannon canyon capable capital captain capture carbon career careful cargo
carpenter carpet carriage carrot carry carve castle casual catalyst catch category cattle caught
cause caution cease ceiling celebrate celebrity cellar cement cemetery central century ceremony
certain chain chair chairman challenge chamber champion chance channel chaos chapel chapter
character charge charger charity charm chart charter chase cheap cheat check cheek cheer cheese
chemical chest chicken chief child childhood chilly chimney choice choose chose chronic church
cigarette cinema circle circuit circulate circumstance circus citizen civil claim classic classroom
clause clean cleanse clear clerk clever client cliff climb clinic clock close closer closet cloth
clothes cloud clover clown clumsy coach coast coffee coffin collapse collar colleague collect
collision column combat combine comedy comfort command commence comment commerce commit common
communicate company compare compartment compatible compete complain complete complex compose
compound comprehend compromise conceal concept concern concert conclude concrete condition conduct
confess confidence confident confine confirm conflict conform confuse congratulate congress connect
conscience conscious consent consider consist constant constitute consul consult contact contain
contemporary content contest contingent continue contrast contribute control convenient conversation
convert convict convince cookie copper corner corporate correct correlate correspond corridor
corrupt cotton couch cough could council counsel count counter country county couple courage course
court cousin cover coward crack cradle craft crane crash crawl crazy cream create creature creek
creep crime crisp critic crop cross crowd crown crude cruel cruise crush crystal culture cupboard
curious currency current curse curtain curve custom customer cycle daily dairy damage dance dancer
danger daring darkness dated daughter deadline deadly dealer death debate debris debut decade decay
deceive december decent decide deck declare decline decorate deeper defeat defect defence defend
deficiency define definite degree delay delegate delete deliberate delicate delicious delight
deliver demand democracy demonstrate dental dentist depart depend deport deposit depress depth
deputy derive descend describe desert deserve design desire desk despair desperate despite dessert
destroy detail detain detect detention determine develop device devil devote dialogue diamond diary
differ difficult digest dinner diploma direct dirty disagree disappear disappoint disaster discard
discipline discount discover discuss disease disgust dislike dismiss display dispute distance
distant distinct distract distribute district disturb diver divide divine divorce doctor dollar
domestic dominant donate donor double doubt dozen draft dragon drain drama drank drawer drawn dread
dream dress dried drift drill drink drive drove drown drunk dumb durable during dusty dying eager
early earn earth easier easily easter eastern echo economic edge edition editor educate effect
effort eight eighty either elaborate elbow elder elect elegant element elephant elevator eleven
eligible eliminate elsewhere embarrass embassy embrace emerge emotion emperor emphasis emphasise
empire employ empty enable encounter encourage ending enemy engage engine enhance enjoy enough
ensure enter entertain enthusiasm entire entrance entry envelope episode equal equip error escape
especially essay essence essential estate estimate eternal ethic ethnic evening event eventual every
everybody evidence evil evolve exact exaggerate examine example exceed excel except excess exchange
excite exclude excuse execute exercise exert exhaust exhibit exist expand expect expedition expend
expense experience experiment expert explain explanation explode explore export expose express
extend extensive extent external extra extract extraordinary extreme eyebrow fabric facility faction
factor factory faculty fail faint fairy faith false familiar famous fancy fantastic fantasy farmer
farther fashion fasten father fault favour favourite feast feather feature federal feeble fellow
female fence festival fetch fever fiction field fierce fifteen fifth fifty fight figure filter final
finance finger finish firearm first fisherman fitness flame flash flavour fleet flesh flight float
flood floor flour flower fluid flush focus folder follow foolish football forbid force forecast
foreign forest forever forget forgive formal format former formula forth fortune forty forward
fossil foster fought foundation founder fountain fourteen fourth fraction fragile frame frank
freedom freeze frequent fresh friday friend fright frozen fruit fuel fulfil function fundamental
funeral funny furnish furniture further future galaxy gallery gamble garage garden garlic gasoline
gather gender general generate generous genius gentle genuine gesture ghost giant gift glance glass
global glory glove goal golden goodness gossip govern grace grade gradual graduate grain grammar
grand grandfather grandmother granite grant grape graph grass grateful grave gravel gravity great
green greet grief grill grocery gross ground group growth guarantee guard guess guest guide guilty
guitar habit halfway hallway hammer handle handsome happen happy harbour hardly hardware harmful
harmony harsh harvest hatred haunt hazard headache heading healthy heard hearing heart hearth heath
heather heaven heavy height helmet helpful herself hesitate hidden highway himself history hobby
holder holiday hollow honest honey hopeless horizon horrible horror horse hospice hospital hostage
hotel household housing however human humble humour hundred hungry hunter hurricane hurry husband
ideal identical identify identity ignore illegal illness illustrate image imagine immediate immense
immigrant immune impact implement implication imply import impose impossible impress improper
improve inch incident include income increase indeed independent indicate indictment individual
industry infant infect inflation influence inform ingredient inhabit inherit initial injure injury
inner innocent inquire inquiry insect insert inside insist inspect inspire instability install
instance instant instead instinct institute instruct instrument insult insurance intellectual
intelligent intend intense intention interest interfere internal interpret interrupt interval
interview introduce invade invent invest investigate invite involve island isolate issue itself
jacket jealous jewel join joint joke journal journey judge juice junction jungle junior justice
justify keyboard kidney killer kingdom kitchen knee knife knock knowledge label labour ladder
landing landlord language large laser later latest latter laugh launch laundry laurel lawyer layer
leader league learn leather leave lecture legal legend lender length lesson letter level liberal
liberty library life lifetime light lightning likely limit linger liquid listen literary literature
little lively living local locate lock logic lonely longer longevity loose lorry lottery loud lovely
lover lower loyal lucky lumber lunch luxury machine madam magazine magic magnet maiden major maker
male manage manner manual manufacture marble march margin marine mark marker market marriage married
marry martial marvel massage masses massive master match material mathematics matter mature maximum
maybe mayor meadow meaning meant measure medal media median medical medicine meditate medium melt
member memory mental mention menu merchant mercy merely merge merit merry message metal method
middle midnight might military million mineral minimum minister minor minority minute miracle mirror
misery missile mission mistake mixture mobile model modern modest modify moment monday money monitor
monkey monster month monument moral morning mortal mortgage mother motion motive motor mount
mountain mouse mouth movement movie murder muscle museum music mustard mutual myself mystery myth
naked narrow nation native natural nature naughty navy nearby neat necessary needle negative neglect
negotiate neither nephew nerve nervous network neural neutral never nevertheless newcomer newspaper
niece night nineteen ninety nobody noise noisy normal north nose notable nothing notice notion
notorious novel november nowhere nuclear number numerous nurse object oblige observe obstacle obtain
obvious occasion occupy occur ocean october offence offend offer office often olive onion online
opera operate opinion opponent oppose opposite option orange orbit ordeal order ordinary organ
organic orient origin orphan other ought ourselves outcome outer outfit outline output outside
outstanding overall overcome overseas owner oxygen package packet paint painter palace panel panic
paper parade paradise paragraph parallel pardon parent park parking partial participate particle
particular partition party passage passenger passion passive passport pasta paste pastor patch
patent patience patient patrol pattern pause payment peace peach peanut pearl peasant peculiar
penalty pencil pension people pepper perceive perfect perform perfume perhaps period permanent
permission persist person persona personal persuade phase phenomenon phone photo photograph phrase
physical piano picture piece pigeon pillow pilot pioneer pirate pitch place planet plastic plate
platform play player pleasant please pleasure plenty plot plunge pocket poem poetry point poison
polar police policy polish polite political politics pollute popular porch portable portion portrait
position positive possess possible postal poster postpone potato potential potion pound pour powder
power practical praise prayer preach precious precise predict prefer pregnant prejudice prepare
presence present preserve president press pressure pretend pretty prevent preview previous price
pride priest primary prime prince princess principal principle print prior prison privacy private
privilege prize probable problem proceed process produce product profession professor profile profit
profound progress prohibit project prolong prominent promise promote prompt proof proper property
prophet proportion proposal propose prosecute prospect protect protein protest proud prove provide
province provision provoke pseudo psychology public publish pudding pull pulse punch punish pupil
purchase purple purpose pursue puzzle qualify quality quantity quarrel quarter queen quest question
queue quick quiet quite quote rabbit racing radical radio railway raise random ranger ransom rapid
rarely rather rational reach react reader ready realise reality really reason rebel recall receipt
receive recent reception recipe recognise recommend record recover recruit reduce refer reflect
reform refuse regard regent regime region regret regular reject relate relation relative relax
release relevant relief relieve religion reluctant remain remark remedy remember remind remote
remove renal render repair repeat repent replace replicate reply report represent republic
reputation request require rescue research resent reserve reside residue resign resist resolve
resonance resort resource respect respond response restaurant restore restrict result retail retain
retard retention retire retreat return reveal revenge reverse review revolt revolution reward rhythm
ribbon richer riddle rider rifle right rival river roast robot rocket romance roof rough round route
routine royal rubber ruin ruler rumour running rural sacred sacrifice saddle safari sailor saint
salad salary saliva salmon salt sample satellite satisfy saturday sauce sausage savage scale scandal
scared scatter scene schedule scheme scholar school science scissors scope score scorer scratch
scream screen screw script sculpture search season seat second secret section sector secure seed
seldom select selfish senate senior sensation sense sensitive sensory sentence separate september
sequence series serious sermon servant serve server service session settle seven seventeen seventy
several severe shade shadow shake shallow shame shape share sharp shear sheep sheet shelf shell
shelter shield shift shine shirt shock shoe shoot shore short should shoulder shout shower shrink
shut sibling sight signal signature silence silent silk silly similar simple since sincere singer
single sister sixteen sixty size skate skill skin skirt slave sleep slice slide slight slipper slope
slow smart smell smile smoke smooth snake soap soccer social society soften soldier solid solve
somebody somehow someone something sometimes somewhere soothe sorrow sorry soul sound source south
space spare spark speak special species specific spectacle speech speed speedy spell spend sphere
spice spider spirit spiritual splendid split spoil spoke spoken sponsor spoon sport spouse spread
spring square squeeze stable stadium staff stage stain stair stake stand standard starch stare start
startle starve state statement station statue status steady steak steal steam steel steep stem stick
stiff still sting stock stole stomach stone store storm stormy story stove straight strain strand
strange stranger strategy straw stream street strength stress stretch strict strike string strip
stroke strong struck structure struggle student studio stuff stupid sturdy style subject submit
subtle succeed success sudden suffer sugar suggest suicide suitable summer summit sunday sunlight
sunshine superb superior supper supply support suppose supreme surface surgeon surgery surprise
surrender surrey surround survey survive suspect suspend suspicion swallow sweat sweet swept swim
swing switch sword symbol sympathy symptom syndrome system table tablet tackle tailor talent target
taste taught tavern teach teacher technical technique teeth telephone television temper temple
temporary tempt temptation tenant tendency tender tennis tension terrible terrific territory terror
testify texture thank theatre theft theirs theme themselves theory there therefore thick thief thing
think third thirsty thirteen thirty thorough those though thought thousand thread threat threaten
three throat throne through throw thrust thumb thunder thursday ticket tiger tight timber tinder
tired tissue title toast tobacco today toddler toilet tomato tomorrow tongue tonight tooth topic
total touch tough tourist toward towel tower trace track trade tradition tragedy trail train trainee
trait transfer transform translate transmit transport trash trauma traumatic travel treason treasure
treat treaty tremble trend trial tribe trick trigger triumph tropical trouble trough trousers truck
trust truth tuesday tunnel turkey twelve twenty twice twist typical ugly ultimate umbrella unable
uncle under undergo underneath understand unemployed unfair unhappy uniform union unique unity
universal universe unknown unless unlike until unusual update upgrade upper upset upstairs urban
urge urgency urgent useful useless usual utility vacant vacation vague valid valley valuable value
vanish variable variety various vast vault vector vehicle verse version versus vessel veteran victim
victory video village violent violet virtual virtue virus visible vision visit visual vital vocal
voice volume volunteer voter voyage waist waiter waitress wander warehouse warfare warmth warning
warrant warrior waste watch water weak wealth weapon weather wedding wednesday weekend weigh weight
welcome welfare western whatever wheat wheel whenever where wherever whether which while whisper
white whole widow width wild wilderness willing window wing winner winter wisdom witch within
without witness woman wonder wooden world worried worry worse worship worst worth worthy would wound
wrist write writer written wrong yacht yellow yesterday yield young youth zebra
"""
