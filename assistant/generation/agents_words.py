"""Verbs of which it matters who does it and to whom, in English, Spanish and Portuguese."""

from collections.abc import Mapping

from assistant.answers import Language

DOINGS: Mapping[Language, str] = {
    "en": """fund funds funded finance finances financed pay pays paid give gives gave given send sends
        sent lend lends lent sell sells sold buy buys bought teach teaches taught train trains trained
        help helps helped support supports supported lead leads led run runs ran manage manages managed
        direct directs directed head heads headed ask asks asked tell tells told consult consults
        consulted question questioned survey surveys surveyed contact contacts contacted visit visits
        visited serve serves served feed feeds fed join joins joined hire hires hired appoint appoints
        appointed choose chooses chose choosing elect elects elected sue sues sued acquire acquires
        acquired own owns owned supply supplies supplied provide provides provided award awards awarded
        grant grants granted certify certifies certified assess assesses assessed evaluate evaluates
        evaluated check checks checked validate validates validated verify verifies verified audit
        audits audited review reviews reviewed approve approves approved reject rejects rejected monitor
        monitors monitored replace replaces replaced inspect inspects inspected borrow borrows borrowed
        take takes took adopt adopts adopted learn learns learnt learned receive receives received
        create creates created found founded establish establishes established set_up launch launches
        launched announce announces announced publish publishes published call calls called credit
        credits credited blame blames blamed praise praises praised oversee oversees oversaw advise
        advises advised guide guides guided influence influences influenced inspire inspires inspired""",
    "es": """financia financió financian paga pagó da dio dieron envía envió vende vendió compra compró
        enseña capacita ayuda ayudó ayudan apoya apoyó apoyan dirige dirigió lidera lideró gestiona
        encabeza pregunta preguntó consultó encuestó contactó visitó visita atiende alimenta nombró
        contrató eligió demandó otorgó certificó evaluó evalúa comprueba verifica validan valida auditó
        aprobó aprobaron rechazó tomó adoptó recibió creó fundó estableció lanzó anunció publicó llamó""",
    "pt": """financia financiou financiam paga pagou dá deu deram envia enviou vende vendeu compra comprou
        ensina capacita ajuda ajudou ajudam apoia apoiou apoiam dirige dirigiu lidera liderou gere chefia
        perguntou consultou contatou visitou visita atende alimenta nomeou contratou escolheu processou
        concedeu certificou avaliou avalia verifica verificam valida validam auditou aprovou aprovaram
        rejeitou tomou tirou adotou recebeu criou fundou estabeleceu lançou anunciou publicou chamou""",
}
"""Verb forms; what they share with nouns is told by where they stand."""
