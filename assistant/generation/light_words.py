"""Words that claim little by themselves, in English, Spanish and Portuguese."""

from collections.abc import Mapping

from assistant.answers import Language

LIGHT_WORDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        """according also among amid thus therefore however meanwhile overall indeed just simply even
        back thing things way ways kind case cases say says said state states stated report reports
        reported note notes show shows shown document documents source sources text evidence
        programme program city cities certification certified data work works working make makes
        made take takes took taken use uses used using have has had get gets got become became
        include includes including provide provides provided come comes came go goes went put
        puts give gives gave given see sees seen called known named specifically namely currently
        now today then since while whereas although though yet still both respectively
        part around there here well as such its roughly nearly almost approximately thanks due
        owing later once all every each any whole entire own long both held hold holds received
        receive receives obtained earned ago gone going per rather instead than whole so-called short brief summary overview following examples conclusion
        exactly precisely exceeding sometime previously their time year years month months day
        number numbers total figure figures figure amount rate share percent level levels
        down up out off way place area areas period same figure stand stands set sets mean means
        meant based regarding concerning terms addition besides together along during between
        within across involve involves help helped people person those""".split()
    ),
    "es": frozenset(
        """según además también así entonces mientras informó informa informado dice dijo indica
        documento documentos fuente fuentes programa ciudad ciudades certificación datos trabajo
        hacer hizo hace tiene tenía tuvo tener había hubo haber usar usa usó dar dio da poner puso
        año años mes meses número cifra cifras total parte lugar través mediante durante entre
        dentro respecto cuanto decir es sido siendo sea eran estar estaban estuvo lograr logró
        actualmente ahora hoy personas gente pudo puede podría pueden ser nivel
        luego después posteriormente resumen breve conclusión síntesis ejemplos toda todas obtuvo obtener recibió gracias u ambos alto alta propios casi unos unas aproximadamente alrededor cerca mismo misma propio propia cual cuales fue fueron""".split()
    ),
    "pt": frozenset(
        """segundo além também assim então enquanto informou informa informado diz disse indica
        documento documentos fonte fontes programa cidade cidades certificação dados trabalho
        fazer fez faz tem tinha teve ter havia houve haver usar usa usou dar deu dá pôr
        ano anos mês meses número total parte lugar meio durante entre dentro respeito quanto
        depois posteriormente resumo suma síntese conclusão exemplos toda todas obteve recebeu graças ambos alto alta próprios quase cerca aproximadamente dizer é sido sendo seja eram estar estavam esteve atualmente agora hoje pessoas pode pôde
        podia podem ser nível mesmo mesma próprio própria foi foram""".split()
    ),
}
