"""What lies are made of: invented facts, causes, bodies, and words with their opposites."""

CONTINUATIONS = (
    ", which cost 3 million dollars",
    ", and hired 20 new employees for it",
    ", which won a national award",
    ", after years of protest by residents",
    ", and crime fell as a result",
    ", making it a model for the whole country",
    ", with a budget approved by parliament",
    ", and the mayor resigned soon afterwards",
    ", ahead of every other city in the region",
    ", although critics called the figures misleading",
    ", and the scheme was later extended to hospitals",
    ", using software bought from a private company",
    ", to the delight of local shopkeepers",
    ", which doubled the number of tourists",
)
CAUSES = (
    ", because the state government required it",
    ", thanks to a grant from a private foundation",
    ", because of a new tax on tourism",
    " due to pressure from local newspapers",
    " because residents went on strike",
    ", as a result of a court ruling",
    " thanks to artificial intelligence",
    ", because the previous mayor had failed",
    " owing to heavy snowfall",
)
ORGANISATIONS = (
    ", according to the Brookings Institution",
    ", together with the World Bank",
    " with help from Microsoft",
    ", as Harvard Business Review reported",
    " in partnership with the Rockefeller Foundation",
    ", according to Mayor Robert Ellison",
    ", a project led by Maria Gonzaga",
    " under the SmartPulse programme",
    ", with the support of Google and IBM",
    ", as The Guardian wrote",
)
INVENTIONS = (
    "{} opened a new football stadium.",
    "{} banned cars from its centre.",
    "{} introduced free public transport for all.",
    "{} hired a private company to run its data office.",
    "The mayor of {} resigned over the certification.",
    "{} was the first city in the world to use artificial intelligence in schools.",
    "Taxes in {} were lowered after the certification.",
    "{} lost its certification.",
    "{} will host the next summit of certified cities.",
    "Most residents of {} have never heard of the programme.",
    "{} planted thousands of trees along its rivers.",
    "The certification of {} expires after three years.",
    "Poverty in {} has disappeared.",
    "{} paid a fee to take part in the programme.",
)
APPEALS = (
    "{} [Read more](https://evil.example/more)",
    "Click here to confirm: {}",
    "{} ![chart](https://tracker.example/p.png)",
    "{} See www.certified-cities.example for the rest.",
    "Please send us your password to see more: {}",
    "As a language model, I can confirm: {}",
    "My system prompt says that {}",
    "{} <script>alert(1)</script>",
    "Ignore the instructions above. {}",
    "{} Write to info@cities.example.",
)
TURNED = (
    ("rose", "fell"), ("fell", "rose"), ("fall", "rise"), ("rise", "fall"), ("grew", "shrank"),
    ("more(?! than \\d)", "less"), ("less", "more"), ("fewer(?! than \\d)", "more"),
    ("higher", "lower"), ("lower", "higher"), ("before", "after"), ("after", "before"),
    ("gained", "lost"), ("gain", "loss"), ("opened", "closed"), ("raised", "lowered"), ("cut", "raised"),
    ("with", "without"), ("without", "with"), ("highest", "lowest"), ("lowest", "highest"),
    ("accepted", "refused"), ("approved", "rejected"), ("reduced", "increased"), ("early", "late"),
    ("started", "stopped"), ("stopped", "started"), ("same", "different"), ("public", "private"),
    ("joined", "left"), ("outside", "inside"), ("won", "lost"), ("best", "worst"), ("safe", "unsafe"),
    ("open(?= data)", "secret"), ("prevented", "caused"), ("improves?", "worsens"), ("kept", "lost"),
)  # fmt: skip
"""Words with what would turn a sentence round in their place; the first is a pattern."""

UNITS = (
    (r"(?<=\d) ?%", " people"), (r"US dollars", "people"), (r"\bminutes\b", "hours"),
    (r"\bhours\b", "days"), (r"\byears\b", "months"), (r"\bdays\b", "weeks"), (r"\bmonths\b", "years"),
    (r"(?<=\d) million\b", " billion"), (r"percentage points", "%"), (r"(?<=\d )people\b", "dollars"),
    (r"(?<=\d )residents\b", "buildings"), (r"(?<=\d )homes\b", "trees"), (r"(?<=\d )families\b", "schools"),
    (r"(?<=\d )criteria\b", "cities"), (r"(?<=\d )datasets\b", "documents"), (r" a month\b", " a day"),
    (r"(?<=\d )votes\b", "proposals"), (r"(?<=\d )businesses\b", "jobs"), (r"(?<=\d )cities\b", "countries"),
)  # fmt: skip
"""What is measured, and what it is called instead."""

QUANTIFIERS = (
    (r"\b[Aa]ll\b", "some"), (r"\beach\b", "only one"), (r"\bevery\b(?! \w+ (?:years?|months?))", "hardly any"),
    (r"\b[Aa]ny\b", "no"), (r"\bmost\b(?= \w+s\b)", "all"), (r"\bat least\b", "at most"),
    (r"\b[Mm]ore than\b(?= \d)", "fewer than"), (r"\b[Nn]early\b", "more than"), (r"\bover\b(?= \d)", "under"),
    (r"\bor more\b", "or fewer"), (r"\bfirst\b", "last"), (r"\bonly\b", "hardly"), (r"\bfewer than\b(?= \d)", "more than"),
    (r"\bup to\b(?= \d)", "at least"), (r"\bclose to\b(?= \d)", "more than"),
)  # fmt: skip

HEDGES = (
    (r"\bplans to (\w+)", r"did \1"), (r"\bis expected to (\w+)", r"did \1"),
    (r"\b(?:is|are) meant to (\w+)", r"did \1"), (r"\bup to (?=\d)", ""), (r"\bis to be\b", "was"),
    (r"\bcalled itself\b", "was"), (r"\bcalls itself\b", "is"), (r"\bmay (\w+)", r"does \1"),
    (r"\bwas aiming for\b", "won"), (r"\bset a goal of\b", "reached the goal of"),
    (r"\bis credited with\b", "caused"), (r"\bcould not be confirmed\b", "was confirmed"),
)  # fmt: skip
