"""Wordings of plans, possibilities, claims and causes, in three languages."""

import re

PLANNED = re.compile(
    r"\b(?:goals?|targets?|metas?|objetivos?)\b|\bplans? (?:to|for (?:a|an|the)|an?|the)\b|\bplann(?:ed|ing) (?:to|for|\w+)\b|\b(?:is|are|was|were|be) (?:expected|meant|due|set|supposed|intended"
    r"|designed|scheduled|projected|slated) to\b|\b(?:intends?|expects?|hopes?|aims?|seeks?|proposes?"
    r"|wants?) to\b|\baim(?:ing|ed) (?:to|for)\b|\bwould\b|\bwill\b|\bgoing to\b|\bis to be\b|\bare to be\b"
    r"|\bintended\b|\bproposed\b|\bexpected\b|\bintends?\b|\bonce it is complete\b|\bto provide\b|\bset out to\b"
    r"|\bplane(?:a|an|aba|ó)\b|\bprevé(?:n)?\b|\bprevisto\b|\bpretende[nm]?\b|\bse espera\b|\bespera[nm]?\b|\bdestinad[ao]s? a\b"
    r"|\bbusca[nm]?\b|\btiene previsto\b|\bquiere\b|\bva a\b|\bplaneja[m]?\b|\bprevê(?:em)?\b|\bvisa[m]?\b"
    r"|\bdeve(?:rá|m|rão)? \w+r\b|\bvai \w+r\b|\bquer\b|\w{3,}(?:rá|rán|rão)\b",
    re.I,
)  # fmt: skip
FIRMLY_PLANNED = re.compile(
    r"\bplans? (?:to|an?|for)\b|\bplanned to\b|\b(?:is|are|was|were) (?:expected|meant|due|supposed|intended|scheduled) to\b"
    r"|\b(?:intends?|expects?|hopes?|proposes?) to\b|\bplane(?:a|an)\b|\bprevé(?:n)?\b|\bpretende[nm]?\b"
    r"|\bplaneja[m]?\b|\bprevê(?:em)?\b",
    re.I,
)  # fmt: skip
MEANT = re.compile(
    r"\bplans? to\b|\bplanned (?:to|\w+)\b|\b(?:is|are|was|were) (?:expected|meant|due|set|supposed|intended|scheduled|projected) to\b"
    r"|\b(?:intends?|hopes?|proposes?) to\b|\baiming for\b|\bwould\b|\bwill\b|\bis to be\b|\bset out to\b|\bgoal of\b",
    re.I,
)  # fmt: skip
POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|likely|apparently|seems?|appears?"
    r"|puede[n]? que|podría[n]?|quizá[s]?|posiblemente|probablemente|poderia[m]?|talvez|possivelmente"
    r"|provavelmente)\b"
)
ABLE = re.compile(
    r"\b(?:may|might|could|can|possibl[ey]|perhaps|probabl[ey]|likely|seems?|appears?|not confirmed|unconfirmed|puede[n]?|pueda[n]?|podría[n]?|posible\w*|pode[m]?|pôde|pudo|pudieron|puderam|possa[m]?|podia[m]?|poderia[m]?|possível|talvez|quizás?)\b",
    re.I,
)
CLAIMED = re.compile(
    r"\b(?:claims?|claimed|calls? itself|called itself|calling itself|own claim|credits?|credited"
    r"|alleg\w+|argues?|labels?|boasts?)\b|\bpages? calls?\b|\bis called\b|\bhas called\b|\bsays the award\b",
    re.I,
)
ATTRIBUTED = re.compile(
    r"\b(?:sa(?:y|ys|id)|call\w*|claim\w*|report\w*|according|credit\w*|describ\w*|consider\w*|attribut\w*|self-\w+"
    r"|alleg\w+|argu\w+|label\w*|stat(?:es|ed)|note[sd]?|put[s]? (?:it )?down|dice[n]?|dijo|llama\w*|según|segundo|afirm\w+|atribu\w+|consider\w+|diz|disse"
    r"|chama\w*|asegur\w+|reivindic\w+|speaks? of|date[sd]?|prints?)\b",
    re.I,
)
CAUSE = re.compile(
    r"\b(?:because|due to|thanks to|owing to|as a (?:direct )?result|on account of|caus(?:e|es|ed|ing)|led to|leads to|resulted in|resulting in"
    r"|brought about|responsible for|driven by|attributed to|attributable to|so that|thereby|porque|debido a|gracias a|a causa de|por culpa de|a raíz de|provoc\w+|causó|causaron"
    r"|como (?:consecuencia|resultado|consequência)|causa(?:ron|ram|ou|n|m)?|graças a[os]?|devido a[os]?|por causa d\w+|em razão|em função)\b",
    re.I,
)  # fmt: skip
JOINED = re.compile(
    r"\b(?:because|due|thanks|owing|result\w*|caus\w+|led|leads|so that|, so\b|so\b|after|following|therefore|through"
    r"|since|reason|driven|enabl\w+|let|lets|allow\w*|in order|once|credit\w*|which follows|as data|with which"
    r"|porque|debido|gracias|para que|por eso|tras|graças|devido|por isso|após)\b",
    re.I,
)  # fmt: skip
MEANS = re.compile(r"\b(?:thanks to|gracias a|graças a[os]?)\b", re.I)
THROUGH = re.compile(r"\b(?:through|with|by|using|via|from)\b", re.I)
UNPROVEN = re.compile(
    r"\b(?:not show|no cause|not proof|without proving|not the reason|not the cause|claims? no|not claim|not link"
    r"|no source (?:says|calls|consulted)|alone caused)\b",
    re.I,
)
