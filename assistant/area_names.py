"""What continents, countries and states are called, and which lies in which.

Countries' names come from Unicode's CLDR through Babel; what it lacks stands here: which country is
in which region, the names of peoples, short and colloquial names, and the states of federations.
Names are written folded: lower case, no accents.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

REGIONS: Mapping[str, str] = {
    "north-america": "US CA MX GL PM BM",
    "central-america": "BZ CR GT HN NI PA SV",
    "south-america": "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
    "caribbean": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MQ MS PR SX TC TT VC VG VI",
    "europe": "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT "
    "LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK",
    "africa": "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY "
    "MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW",
    "asia": "AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM "
    "MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE",
    "oceania": "AU CK FJ FM GU KI MH MP NC NR NU NZ PF PG PW SB TK TO TV VU WF WS",
}
"""The countries of each region, by ISO 3166-1 code. Mexico is in Latin America too."""

LATIN = ("central-america", "south-america", "caribbean")
"""Regions that Latin America is made of, with Mexico, as in CLDR."""

AMERICAN = ("north-america", "latin-america", *LATIN)
"""Regions of the Americas."""

CLDR_CODES: Mapping[str, str] = {
    "americas": "019",
    "north-america": "003",
    "central-america": "013",
    "south-america": "005",
    "latin-america": "419",
    "caribbean": "029",
    "europe": "150",
    "africa": "002",
    "asia": "142",
    "oceania": "009",
}
"""What CLDR calls a region."""

CONTINENTS = ("americas", "europe", "africa", "asia", "oceania")

OTHER_NAMES: Mapping[str, str] = {
    "americas": "(?:the |las )?americas|continente americano|american continent|american[oa]s?"
    "|western hemisphere",
    "north-america": "north america|north americans?|norteamerica|america del norte"
    "|america do norte|norteamerican[oa]s?|norte american[oa]s?",
    "central-america": "central america|central americans?|centroamerica|america central"
    "|centroamerican[oa]s?|centro american[oa]s?",
    "south-america": "south america|south americans?|sudamerica|suramerica|america del sur"
    "|america do sul|sudamerican[oa]s?|suramerican[oa]s?|sul american[oa]s?",
    "latin-america": "latin america|latin americans?|latam|latinoamerica|america latina"
    "|latinoamerican[oa]s?|latino american[oa]s?|iberoamerica"
    "|(?:south of|below) the (?:(?:us )?border|rio grande)|al sur del rio (?:grande|bravo)"
    "|ao sul do rio grande",
    "caribbean": "caribbean|the caribbean|caribe|caribenh[oa]s?|caribeñ[oa]s?|west indies|antillas",
    "europe": "europe|europa|europeans?|europe[oa]s?|europeus?|europeias?|european union"
    "|union europea|uniao europeia",
    "africa": "africans?|african[oa]s?",
    "asia": "asians?|asiatic[oa]s?|middle east|oriente medio|medio oriente",
    "oceania": "oceania|australasia",
    "US": "gring[oa]s?|united states"
    "|united states of america|estados unidos de america|u[.]s|u[.]s[.]a|eeuu|ee uu"
    "|ee[.]uu|eua|estadounidenses?|estadunidenses?|americans?",
    "CA": "canadians?|canadienses?|canadenses?|north of the (?:us )?border"
    "|(?:north of|above) the (?:49th|forty ninth) parallel|al norte del paralelo 49"
    "|ao norte do paralelo 49",
    "MX": "mexicans?|mexican[oa]s?|mejico",
    "BZ": "belizeans?|beliceñ[oa]s?|belizenh[oa]s?",
    "CR": "costa ricans?|costarricenses?|costarriquenh[oa]s?",
    "GT": "guatemalans?|guatemaltec[oa]s?",
    "HN": "hondurans?|hondureñ[oa]s?|hondurenh[oa]s?",
    "NI": "nicaraguans?|nicaraguenses?",
    "PA": "panamanians?|panameñ[oa]s?|panamenh[oa]s?",
    "SV": "salvadorans?|salvadoreñ[oa]s?|salvadorenh[oa]s?",
    "AR": "argentinians?|argentines?|argentin[oa]s?",
    "BO": "bolivians?|bolivian[oa]s?",
    "BR": "brazilians?|brasilians?|brasileñ[oa]s?|brasileir[oa]s?|brasil",
    "CL": "chileans?|chilen[oa]s?",
    "CO": "colombians?|colombian[oa]s?",
    "EC": "ecuadorians?|ecuadoreans?|ecuatorian[oa]s?|equatorian[oa]s?",
    "GY": "guyanese",
    "PE": "peruvians?|peruan[oa]s?",
    "PY": "paraguayans?|paraguay[oa]s?|paraguai[oa]s?",
    "SR": "surinamese",
    "UY": "uruguayans?|uruguay[oa]s?|uruguai[oa]s?",
    "VE": "venezuelans?|venezolan[oa]s?|venezuelan[oa]s?",
    "CU": "cubans?|cuban[oa]s?",
    "DO": "dominicans?|dominican[oa]s?|dominican republic",
    "HT": "haitians?|haitian[oa]s?",
    "JM": "jamaicans?|jamaican[oa]s?|jamaiquin[oa]s?",
    "PR": "puerto ricans?|puertorriqueñ[oa]s?|porto riquenh[oa]s?|porto rico",
    "BS": "bahamas|the bahamas",
    "TT": "trinidad|trinidad and tobago|trinidad y tobago|trinidad e tobago",
    "GB": "uk|u.k|britain|great britain|british|england|scotland|wales|scottish|welsh|inglaterra"
    "|escocia|gales|gran bretana|gra bretanha|britanic[oa]s?|northern ireland|irlanda del norte",
    "IE": "irish|irlandes|irlandesas?",
    "ES": "españolas|españa|espanh[ao]is",
    "DE": "germans?|aleman[ae]?s?|alemaes|alema",
    "IT": "italians?|italian[oa]s?",
    "NL": "holland|dutch|holanda|holandes|holandesas?|neerlandes",
    "BE": "belgians?",
    "CH": "swiss|suiz[oa]s?|suic[oa]s?",
    "AT": "austrians?|austriac[oa]s?",
    "SE": "swedish|suec[oa]s?",
    "NO": "norwegians?|norueg[oa]s?|noruegues[ae]?s?",
    "DK": "danish|danes[ae]?s?|dinamarques[ae]?s?",
    "FI": "finnish|finlandes[ae]?s?",
    "PL": "polac[oa]s?|polones[ae]?s?",
    "GR": "greek|grieg[oa]s?|greg[oa]s?",
    "CZ": "czech|czech republic|republica checa|republica tcheca",
    "UA": "ukrainians?|ucranian[oa]s?",
    "RU": "russians?|rus[oa]s?|russ[oa]s?",
    "TR": "turkey|turkish|turquia|turc[oa]s?",
    "IL": "israelis?|israelies",
    "AE": "uae|emirates|dubai",
    "HK": "hong kong",
    "MM": "burma|birmania",
    "CD": "congo|drc",
    "CI": "ivory coast|costa de marfil|costa do marfim",
    "CN": "chinese|chin[oa]s?|chines[ae]?s?",
    "JP": "japanese|japones[ae]?s?",
    "KR": "korea|korean|corea|coreia|corean[oa]s?|south korean",
    "ID": "indonesians?",
    "PH": "filipinos?|philippine",
    "PK": "pakistanis?",
    "VN": "vietnamese|vietnamitas?",
    "TH": "thai|tailandes[ae]?s?",
    "AU": "australians?|australian[oa]s?",
    "NZ": "new zealanders?|neozelandes[ae]?s?",
    "ZA": "south africans?|sudafrican[oa]s?|sul african[oa]s?",
    "NG": "nigerians?",
    "KE": "kenyans?|kenian[oa]s?|quenian[oa]s?",
    "EG": "egyptians?|egipci[oa]s?",
    "MA": "moroccans?|marroqu[ií](?:es)?|marroquin[oa]s?",
    "GH": "ghanaians?",
    "AO": "angolans?|angolan[oa]s?",
    "MZ": "mozambicans?|mozambiquenh?[oa]s?|mocambican[oa]s?",
    "US-AZ": "arizonans?",
    "US-CA": "californians?|californian[oa]s?",
    "US-CO": "coloradans?",
    "US-FL": "floridians?",
    "US-MN": "minnesotans?",
    "US-TX": "texans?|texan[oa]s?|tejan[oa]s?",
    "US-VA": "virginians?",
    "CA-ON": "ontarians?",
    "CA-QC": "quebecois",
    "BR-MG": "mineir[oa]s?",
    "BR-PE": "pernambucan[oa]s?",
    "BR-RS": "gauch[oa]s?",
    "BR-SP": "paulistas?",
    "AR-B": "bonaerenses?",
}
"""What people write for a region or country besides its name, as patterns over folded words."""

SHY_PEOPLES: Mapping[str, str] = {
    "ES": "spanish|españoles|español|española|espanhol|espanholas?",
    "PT": "portuguese|portugues[ae]?s?",
    "FR": "french|frances[ae]?s?",
    "GB": "english|ingles[ae]?s?",
    "PL": "polish",
    "IN": "indian|indias|indianas?",
}
"""Names of peoples that are languages or other words too: they name a country only beside a word
for a place."""

UNFIT = frozenset(
    [
        *("ira", "oma", "jersey", "reunion", "granada", "mauricio", "antartida"),
        *("isla de man", "san martin", "santa helena", "sao martinho", "st martin"),
    ]
)
"""Folded names of CLDR that are oftener another word, person or city."""

STATES: Mapping[str, str] = {
    "US": """AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California/California/Califórnia;
    CO Colorado; CT Connecticut; DE Delaware; DC District of Columbia/Distrito de Columbia/Distrito
    de Colúmbia; FL Florida/Florida/Flórida; GA Georgia/Georgia/Geórgia; HI Hawaii/Hawái/Havaí;
    ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas; KY Kentucky; LA Louisiana/Luisiana;
    ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota;
    MS Mississippi/Misisipi/Mississippi; MO Missouri/Misuri/Missouri; MT Montana; NE Nebraska;
    NV Nevada; NH New Hampshire/Nuevo Hampshire/Nova Hampshire;
    NJ New Jersey/Nueva Jersey/Nova Jersey; NM New Mexico/Nuevo México/Novo México;
    NY New York/Nueva York/Nova York; NC North Carolina/Carolina del Norte/Carolina do Norte;
    ND North Dakota/Dakota del Norte/Dakota do Norte; OH Ohio; OK Oklahoma; OR Oregon/Oregón/Oregon;
    PA Pennsylvania/Pensilvania/Pensilvânia; RI Rhode Island; SC South Carolina/Carolina del
    Sur/Carolina do Sul; SD South Dakota/Dakota del Sur/Dakota do Sul; TN Tennessee; TX Texas;
    TX Tejas; UT Utah; VT Vermont; VA Virginia/Virginia/Virgínia; WA Washington;
    WV West Virginia/Virginia Occidental/Virgínia Ocidental; WI Wisconsin; WY Wyoming""",
    "CA": """AB Alberta; BC British Columbia/Columbia Británica/Colúmbia Britânica; MB Manitoba;
    NB New Brunswick/Nuevo Brunswick/Nova Brunswick; NL Newfoundland and Labrador/Terranova y
    Labrador/Terra Nova e Labrador; NL Newfoundland; NS Nova Scotia/Nueva Escocia/Nova Escócia;
    NT Northwest Territories; NU Nunavut; ON Ontario/Ontario/Ontário; PE Prince Edward Island/Isla
    del Príncipe Eduardo/Ilha do Príncipe Eduardo; QC Quebec; SK Saskatchewan; YT Yukon""",
    "MX": """AGU Aguascalientes; BCN Baja California; BCS Baja California Sur; CAM Campeche;
    CHP Chiapas; CHH Chihuahua; CMX Mexico City/Ciudad de México/Cidade do México; CMX CDMX;
    COA Coahuila; COL Colima; DUR Durango*; GUA Guanajuato; GRO Guerrero*; HID Hidalgo*;
    JAL Jalisco; MEX Estado de México; MIC Michoacán; MOR Morelos; NAY Nayarit; NLE Nuevo León;
    OAX Oaxaca;
    PUE Puebla; QUE Querétaro; ROO Quintana Roo; SLP San Luis Potosí; SIN Sinaloa; SON Sonora;
    TAB Tabasco; TAM Tamaulipas; TLA Tlaxcala; VER Veracruz; YUC Yucatán; ZAC Zacatecas""",
    "BR": """AC Acre*; AL Alagoas; AP Amapá; AM Amazonas*; BA Bahia; CE Ceará; DF Distrito Federal;
    ES Espírito Santo; GO Goiás; MA Maranhão; MT Mato Grosso; MS Mato Grosso do Sul; MG Minas
    Gerais; PA Pará*; PB Paraíba; PR Paraná*; PE Pernambuco; PI Piauí; RJ Rio de Janeiro*;
    RN Rio Grande do Norte; RS Rio Grande do Sul; RO Rondônia; RR Roraima; SC Santa Catarina;
    SP São Paulo*; SE Sergipe; TO Tocantins""",
    "AR": """B Buenos Aires*; K Catamarca; H Chaco; U Chubut; X Córdoba*; W Corrientes*;
    E Entre Ríos; P Formosa*; Y Jujuy; L La Pampa; F La Rioja*; M Mendoza*; N Misiones*; Q Neuquén;
    R Río Negro*; A Salta*; J San Juan*; D San Luis*; Z Santa Cruz*; S Santa Fe*;
    G Santiago del Estero;
    V Tierra del Fuego; T Tucumán""",
    "CO": """AMA Amazonas*; ANT Antioquia; ATL Atlántico*; BOL Bolívar*; BOY Boyacá; CAL Caldas*;
    CAQ Caquetá; CAS Casanare; CAU Cauca; CES Cesar*; CHO Chocó; COR Córdoba*; CUN Cundinamarca;
    HUI Huila; LAG La Guajira; MAG Magdalena*; MET Meta*; NAR Nariño*; NSA Norte de Santander;
    PUT Putumayo; QUI Quindío; RIS Risaralda; SAN Santander*; SUC Sucre*; TOL Tolima; VAC Valle del
    Cauca""",
}
"""States and provinces: ISO code, then the name in English, Spanish, Portuguese where they differ.

A name with an asterisk is oftener a city's or another word: it names the state only beside a word
such as 'province'.
"""

WITH_ARTICLE = ("parana", "para", "acre", "amazonas")
"""Folded names of states that stand with an article, as no city does: 'no Paraná'."""

WORDS_TOO = frozenset(("gana", "iran", "bahia", "sonora"))
"""Folded names that are words of Spanish or Portuguese when they are not written as names."""

NO_AREAS = (
    "new york city",
    "ciudad de nueva york",
    "cidade de nova york",
    "kansas city",
    "oklahoma city",
    "jersey city",
    "iowa city",
    "texas city",
    "colorado springs",
    "virginia beach",
    "guatemala city",
    "ciudad de guatemala",
    "cidade da guatemala",
    "panama city",
    "washington post",
    "washington monthly",
)
"""Places that hold an area's name and are not that area."""

SPECIAL_PHRASES: Mapping[str, str] = {
    "washington dc": "US-DC",
    "washington d c": "US-DC",
    "washington d.c": "US-DC",
    "dc": "US-DC",
    "d.c": "US-DC",
    "washington state": "US-WA",
    "new york state": "US-NY",
    "upstate new york": "US-NY",
    "alamo state": "US-TX",
    "aloha state": "US-HI",
    "badger state": "US-WI",
    "bay state": "US-MA",
    "bayou state": "US-LA",
    "beaver state": "US-OR",
    "beehive state": "US-UT",
    "big sky country": "US-MT",
    "bluegrass state": "US-KY",
    "buckeye state": "US-OH",
    "centennial state": "US-CO",
    "cornhusker state": "US-NE",
    "cowboy state": "US-WY",
    "diamond state": "US-DE",
    "empire state": "US-NY",
    "estado da estrela solitaria": "US-TX",
    "estado de la estrella solitaria": "US-TX",
    "estado de los lagos": "US-MI",
    "estado del gran canon": "US-AZ",
    "estado del jardin": "US-NJ",
    "estado del pelicano": "US-LA",
    "estado del sol": "US-FL",
    "estado do grand canyon": "US-AZ",
    "estado do pelicano": "US-LA",
    "estado do sol": "US-FL",
    "estado dorado": "US-CA",
    "estado dos lagos": "US-MI",
    "estado dourado": "US-CA",
    "estado ensolarado": "US-FL",
    "estado imperial": "US-NY",
    "estado imperio": "US-NY",
    "estado jardim": "US-NJ",
    "estado jardin": "US-NJ",
    "evergreen state": "US-WA",
    "first in flight state": "US-NC",
    "garden state": "US-NJ",
    "gem state": "US-ID",
    "golden state": "US-CA",
    "gopher state": "US-MN",
    "grand canyon state": "US-AZ",
    "granite state": "US-NH",
    "great lake state": "US-MI",
    "great lakes state": "US-MI",
    "green mountain state": "US-VT",
    "hawkeye state": "US-IA",
    "heart of dixie": "US-AL",
    "hoosier state": "US-IN",
    "keystone state": "US-PA",
    "land of 10 000 lakes": "US-MN",
    "land of enchantment": "US-NM",
    "land of lincoln": "US-IL",
    "last frontier": "US-AK",
    "little rhody": "US-RI",
    "lone star state": "US-TX",
    "magnolia state": "US-MS",
    "mount rushmore state": "US-SD",
    "mountain state": "US-WV",
    "natural state": "US-AR",
    "north star state": "US-MN",
    "nutmeg state": "US-CT",
    "ocean state": "US-RI",
    "old dominion": "US-VA",
    "old line state": "US-MD",
    "palmetto state": "US-SC",
    "peace garden state": "US-ND",
    "peach state": "US-GA",
    "pelican state": "US-LA",
    "pine tree state": "US-ME",
    "prairie state": "US-IL",
    "razorback state": "US-AR",
    "sagebrush state": "US-NV",
    "show me state": "US-MO",
    "sooner state": "US-OK",
    "sunflower state": "US-KS",
    "sunshine state": "US-FL",
    "tar heel state": "US-NC",
    "treasure state": "US-MT",
    "volunteer state": "US-TN",
    "wolverine state": "US-MI",
    "yellowhammer state": "US-AL",
    "quebec city": "CA-QC",
    "ciudad de panama": "PA",
    "country of georgia": "GE",
    "republic of georgia": "GE",
    "tbilisi georgia": "GE",
    "georgian": "GE",
}
"""Phrases that settle which of two areas a name is."""

COMMON_CODES = frozenset(
    "AB AL AR CO DE HI ID IN LA MA ME MS NB NL NS NT NU OH OK ON OR PA PE SK YT".split()
)
"""Postal abbreviations that are words or other abbreviations too."""

PLACES_AFTER = frozenset(
    """capital cities city counties county government governments local mayor mayors municipalities
    municipality place places town towns village villages""".split()
)
PLACES_BEFORE = frozenset(
    """alcalde alcaldia capital cidade cidades ciudad ciudades gobierno governo localidad
    localidade municipio municipios prefeitura pueblo""".split()
)
STATES_BEFORE = frozenset(
    f"{kind} {of}"
    for kind in ("departamento", "department", "estado", "province", "provincia", "state")
    for of in ("of", "de", "del", "do", "da")
)
STATES_AFTER = frozenset(("department", "province", "state"))
"""Words for a place or a state, folded, that stand after or before its name."""


def states() -> Iterator[tuple[str, tuple[str, str, str], bool]]:
    """Every state: its code, as in 'US-AZ', its names in the three languages, whether it is shy.

    A shy name is one with an asterisk. A state with two names comes twice, the better name first.
    """
    for country, table in STATES.items():
        for entry in " ".join(table.split()).split("; "):
            code, names = entry.rstrip("*").split(" ", 1)
            written = names.split("/")
            english, spanish = written[0], written[min(1, len(written) - 1)]
            yield f"{country}-{code}", (english, spanish, written[-1]), entry.endswith("*")


_THE_US = "(?:the )?(?:us|u\\.s\\.|usa|united states|states)"
_EN_US = "(?:los |o )?(?:estados unidos|ee\\.? ?uu\\.?|eua)"
_SUCH = "(?:us|certified|silver|gold|platinum)"
_CITIES = "(?:city|cities|towns?|states|ones|places)\\b"


class Group(NamedTuple):
    """States or countries that go by one name.

    Attributes:
        pattern: how it is written, folded.
        codes: of its members.
        names: in the three languages, with their articles, in Portuguese as after 'de'.
    """

    pattern: str
    codes: str
    names: tuple[str, str, str]


GROUPS: Mapping[str, Group] = {
    "west-coast": Group(
        "(?:the )?(?:west|pacific) coast|(?:la )?costa oeste|(?:a )?costa oeste",
        "US-CA US-OR US-WA",
        ("the West Coast", "la costa oeste", "da costa oeste"),
    ),
    "east-coast": Group(
        "(?:the )?(?:east|atlantic|eastern) (?:coast|seaboard)|(?:la )?costa este|costa leste",
        "US-CT US-DC US-DE US-FL US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-PA US-RI"
        " US-SC US-VA",
        ("the East Coast", "la costa este", "da costa leste"),
    ),
    "new-england": Group(
        "new england|nueva inglaterra|nova inglaterra",
        "US-CT US-MA US-ME US-NH US-RI US-VT",
        ("New England", "Nueva Inglaterra", "da Nova Inglaterra"),
    ),
    "northwest": Group(
        f"(?:the )?(?:pacific )?northwest|(?:el |o )?noroeste (?:de|dos) {_EN_US}",
        "US-ID US-OR US-WA",
        ("the Northwest", "el noroeste de Estados Unidos", "do noroeste dos Estados Unidos"),
    ),
    "midwest": Group(
        "(?:the )?mid ?west(?:ern)?|(?:el )?medio oeste|meio oeste",
        "US-IA US-IL US-IN US-KS US-MI US-MN US-MO US-ND US-NE US-OH US-SD US-WI",
        ("the Midwest", "el Medio Oeste", "do Meio Oeste"),
    ),
    "southwest": Group(
        f"(?:the )?south ?west|(?:el |o )?(?:suroeste|sudoeste) (?:de|dos) {_EN_US}",
        "US-AZ US-NM US-OK US-TX",
        ("the Southwest", "el suroeste de Estados Unidos", "do sudoeste dos Estados Unidos"),
    ),
    "northeast": Group(
        f"(?:the )?north ?east|(?:el |o )?(?:noreste|nordeste) (?:de|dos) {_EN_US}",
        "US-CT US-MA US-ME US-NH US-NJ US-NY US-PA US-RI US-VT",
        ("the Northeast", "el noreste de Estados Unidos", "do nordeste dos Estados Unidos"),
    ),
    "southeast": Group(
        f"(?:the )?(?:south ?east|deep south)|(?:el |o )?(?:sureste|sudeste) (?:de|dos) {_EN_US}",
        "US-AL US-AR US-FL US-GA US-KY US-LA US-MS US-NC US-SC US-TN US-VA US-WV",
        ("the Southeast", "el sureste de Estados Unidos", "do sudeste dos Estados Unidos"),
    ),
    "great-lakes": Group(
        "(?:the )?great lakes(?: (?:region|states))?|(?:los )?grandes lagos|(?:os )?grandes lagos",
        "US-IL US-IN US-MI US-MN US-NY US-OH US-PA US-WI",
        ("the Great Lakes", "los Grandes Lagos", "dos Grandes Lagos"),
    ),
    "mountain-states": Group(
        "(?:the )?(?:mountain (?:west|states)|rockies)",
        "US-CO US-ID US-MT US-NV US-UT US-WY",
        ("the Rockies", "las Rockies", "das Rockies"),
    ),
    "carolinas": Group(
        "(?:the )?carolinas", "US-NC US-SC", ("the Carolinas", "las Carolinas", "das Carolinas")
    ),
    # As the Census Bureau has them.
    "south": Group(
        "(?:(?:the )?(?:us|u\\.s\\.|american)|down) south|the south(?! (?:of|side|end)\\b)"
        f"|(?:the )?south of {_THE_US}|(?:the )?south(?:ern)?(?: part of)? {_THE_US}"
        f"|southern(?= (?:{_SUCH} )?{_CITIES})"
        f"|(?:el )?sur de {_EN_US}|(?:el )?sur estadounidense|(?:o )?sul (?:dos|de) {_EN_US}",
        "US-AL US-AR US-DC US-DE US-FL US-GA US-KY US-LA US-MD US-MS US-NC US-OK US-SC US-TN US-TX"
        " US-VA US-WV",
        ("the South", "el sur de Estados Unidos", "do sul dos Estados Unidos"),
    ),
    "west": Group(
        "(?:(?:the )?(?:us|u\\.s\\.|american)|out) west|the west(?! (?:of|side|end|coast)\\b)"
        f"|(?:the )?west of {_THE_US}|(?:the )?west(?:ern)?(?: part of)? {_THE_US}"
        f"|western(?= (?:{_SUCH} )?{_CITIES})"
        f"|(?:el )?oeste de {_EN_US}|(?:el )?oeste estadounidense|(?:o )?oeste (?:dos|de) {_EN_US}",
        "US-AK US-AZ US-CA US-CO US-HI US-ID US-MT US-NM US-NV US-OR US-UT US-WA US-WY",
        ("the West", "el oeste de Estados Unidos", "do oeste dos Estados Unidos"),
    ),
    "southern-cone": Group(
        "(?:the )?southern cone|(?:el )?cono sur|(?:o )?cone sul",
        "AR CL UY",
        ("the Southern Cone", "el Cono Sur", "do Cone Sul"),
    ),
    "andes": Group(
        "(?:the )?(?:andean (?:countries|region)|andes(?: (?:region|mountains))?)|los andes"
        "|(?:paises|(?:la )?region|(?:a )?regiao) andin[oa]s?",
        "BO CL CO EC PE VE",
        ("the Andean countries", "los países andinos", "dos países andinos"),
    ),
}
"""Groups of states or countries with a name."""
