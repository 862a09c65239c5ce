"""What links, appeals to the reader and talk of the assistant look like, in three languages."""

import re

LINK = re.compile(
    r"!?\[[^\]]*\]\([^)]*\)|\[[^\]]+\]:\s|<\s*/?\s*[a-z!][^>]*>?|\b(?:https?|ftp|javascript|data|mailto|file):\S"
    r"|\bwww\.\S|```|`[^`]+`|\b[\w.-]+@[\w-]+\.\w{2,}|&(?:lt|gt|#\d+|#x[\da-f]+);"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|gov|edu|info|co|ru|cn|example|app|dev|xyz|br|ar|mx)\b(?:/\S*)?",
    re.I,
)
APPEAL = re.compile(
    r"\b(?:click|tap (?:on|here)|press (?:the|this|here|enter)|download|install this|(?:log ?in|sign in) (?:to|here|now|with|at)|subscribe|visit (?:this|the|our|my) (?:link|page|site|website)"
    r"|(?:enter|send|give|share|provide|type|tell me) (?:me |us )?your|your (?:password|credit card|bank|account|pin|api key|e-?mail)"
    r"|wire (?:the )?money|call (?:this|us|me)|contact (?:us|me)\b|buy now|scan the"
    r"|haz clic|haga clic|pulsa|descarga|tu contraseña|su contraseña|envía(?:me|nos)? (?:tu|su)|introduce tu"
    r"|clique|baixe|sua senha|tua senha|envie (?:sua|seu)|digite sua)\b",
    re.I,
)
SELF = re.compile(
    r"\b(?:as an? (?:ai|language model|assistant)|i am an? (?:ai|language|assistant|bot|large)|i'm an? (?:ai|language|assistant)"
    r"|language model|system prompt|my (?:instructions|prompt|rules|guidelines|training|system)|(?:the|these|previous|above|prior|your|all) (?:instructions|prompt)s?\b"
    r"|ignore (?:the|all|any|previous|these|your|my)|disregard|jailbreak|developer mode|i (?:was|have been|am) (?:told|instructed|asked|programmed|trained|not allowed)"
    r"|numbered evidence|i (?:cannot|can't|will not|won't|must|should) (?:reveal|disclose|obey|follow|answer|comply)"
    r"|(?:modelo de lenguaje|modelo de linguagem)|mis instrucciones|minhas instruções|mi prompt|como (?:una? )?(?:ia|inteligencia artificial|inteligência artificial)"
    r"|ignora(?:r|e)? (?:las|todas|as|el|o)|instrucciones anteriores|instruções anteriores|sistema prompt)\b",
    re.I,
)
VERDICT = re.compile(
    r"^\W*(?:yes|no|yeah|yep|nope|correct|right|sí|si|no|sim|não|correcto|correto|exactly)\b\s*[,.!:;—–-]",
    re.I,
)
