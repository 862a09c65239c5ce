"""Words whose opposites would turn a sentence round, in English, Spanish and Portuguese.

A pair has a name and two poles; each pole its English, Spanish and Portuguese words, parted by '|'.
Words are compared by their stems, so irregular forms are listed.
"""

from collections.abc import Mapping

OPPOSITES: Mapping[str, tuple[str, str]] = {
    "change": (
        "rise rose risen rising increase increased grow grew grown growth growing raise raised"
        " higher greater gain gained surge surged jump jumped climb up upward swell expand"
        " | aumentar aumento aumentó crecer creció crecimiento subir subió subida incrementar"
        " incremento mayor elevar elevó alza"
        " | aumentar aumento aumentou crescer cresceu crescimento subir subiu subida elevar elevou"
        " maior alta incremento",
        "fall fell fallen falling drop dropped decline declined decrease decreased reduce reduced"
        " reduction cut cuts lower lowered shrink shrank shrunk less fewer down slump lose loses lost losing diminish loss"
        " lessen plunge"
        " | bajar bajó bajada caer cayó cayeron caída disminuir disminución disminuyó reducir"
        " reducción redujo menor menos descender descenso perder perdió recortar recorte"
        " | cair caiu caíram queda baixar baixou baixa diminuir diminuição diminuiu reduzir redução"
        " reduziu menor menos cortar cortou corte encolher perder perdeu",
    ),
    "order": (
        "before prior ahead previously | antes previo previamente | antes prévio previamente",
        "after afterwards following once | después tras luego posterior posteriormente"
        " | depois após posterior posteriormente",
    ),
    "extreme": (
        "highest maximum best | máximo mejor | máximo melhor",
        "lowest entry minimum bottom worst | mínimo peor | mínimo pior",
    ),
    "size": (
        "large larger largest big bigger biggest | grande grandes | grande grandes",
        "small smaller smallest little | pequeño pequeña chico | pequeno pequena",
    ),
    "place in a row": (
        "first initial initially earliest | primero primera primer primeras primeros inicialmente"
        " | primeiro primeira primeiras primeiros inicialmente",
        "last final latest | último última últimos últimas | último última últimos últimas",
    ),
    "pace": (
        "early earlier sooner | inicios temprano principios | início cedo começo",
        "late later end | fines tarde finales fin | fim tarde final",
    ),
    "speed": ("fast faster quick quicker | rápido | rápido", "slow slower | lento | lento"),
    "door": (
        "open opens opened opening reopen | abrir abrió abre abierto | abrir abriu abre aberto",
        "close closed closes closing shut shuts secret | cerrar cerró cierra cerrado | fechar fechou"
        " fecha fechado",
    ),
    "run": (
        "start starts started begin began begun launch launched resume introduce introduced"
        " | empezar comenzar comenzó iniciar inició lanzar | começar começou iniciar iniciou lançar",
        "stop stops stopped end ended cease ceased abandon abandoned scrap scrapped halt halted"
        " discontinue discontinued suspend suspended cancel cancelled"
        " | parar detener detuvo suspender suspendió suspendieron cesar abandonar cancelar"
        " | parar deter suspender suspendeu suspenderam cessar abandonar cancelar encerrar",
    ),
    "consent": (
        "accept accepts accepted approve approved agree agreed support backed"
        " | aceptar aceptó aceptaron aprobar aprobó aprobaron aceptado"
        " | aceitar aceitou aceitaram aprovar aprovou aprovaram aceito",
        "refuse refused reject rejected decline oppose opposed deny denied turned"
        " | rechazar rechazó rechazaron negar negó | rejeitar rejeitou rejeitaram recusar recusou"
        " recusaram negar",
    ),
    "agreement": (
        "agree agrees agreed same equal coincide identical consistent"
        " | coincidir coinciden mismo misma igual | coincidir concordar mesmo mesma igual",
        "differ differs disagree disagrees different another contradict vary"
        " | difieren diferir discrepar distinto diferente otra"
        " | diferem diferir divergir distinto diferente outra",
    ),
    "belonging": (
        "part belongs belong belonging member members membership includes include included member within"
        " | parte pertenece incluir incluye | parte pertence incluir inclui",
        "separate apart exclude excluded excludes distinct"
        " | separado separada aparte excluir ajeno | separado separada à_parte excluir",
    ),
    "success": (
        "win won succeed succeeded success | ganar ganó éxito | ganhar ganhou vencer êxito",
        "lose lost loses fail failed failure miss missed | perder perdió fracasar fracasó fallar"
        " | perder perdeu fracassar fracassou falhar",
    ),
    "permission": (
        "allow allows allowed let lets permit enable | permitir permite permitió"
        " | permitir permite permitiu",
        "forbid forbids forbidden ban bans banned prohibit prohibited bar"
        " | prohibir prohíbe prohibió vetar | proibir proíbe proibiu vetar",
    ),
    "trade": (
        "buy buys bought purchase | comprar compró | comprar comprou",
        "sell sells sold | vender vendió | vender vendeu",
    ),
    "store": (
        "save saves saved | ahorrar ahorró ahorro | economizar economizou poupar",
        "waste wasted squander lose | desperdiciar derrochar | desperdiçar",
    ),
    "entrance": (
        "enter enters entered join joins joined entry | entrar entró ingresar unirse"
        " | entrar entrou ingressar aderir",
        "leave leaves left quit exit withdraw withdrew | salir salió abandonar retirarse"
        " | sair saiu deixar abandonar",
    ),
    "side": ("inside within | dentro | dentro", "outside beyond | fuera | fora"),
    "ownership": ("public | público pública | público pública", "private | privado | privado"),
    "sex": (
        "woman women female girls | mujer mujeres | mulher mulheres",
        "man men male boys | hombre hombres | homem homens",
    ),
    "age": (
        "young younger youth | joven jóvenes | jovem jovens",
        "elderly senior seniors | anciano ancianos mayores | idoso idosos",
    ),
    "north": ("north northern | norte | norte", "south southern | sur | sul"),
    "east": ("east eastern | este oriente | leste", "west western | oeste | oeste"),
    "ease": (
        "easy easier easily simple simpler | fácil sencillo | fácil simples",
        "hard harder difficult complicated complex | difícil complicado | difícil complicado",
    ),
    "worth": (
        "better improve improved improves improving | mejor mejorar mejoró mejora"
        " | melhor melhorar melhorou melhora",
        "worse worsen worsened worsens deteriorate | peor empeorar empeoró | pior piorar piorou",
    ),
    "law": ("legal lawful | legal | legal", "illegal unlawful | ilegal | ilegal"),
    "knowledge": (
        "known confirmed certain | conocido confirmado | conhecido confirmado",
        "unknown unconfirmed uncertain unclear | desconocido | desconhecido",
    ),
    "time of day": ("day daytime | diurno | diurno", "night nighttime nightly | noche | noite"),
    "price": ("free gratis | gratis gratuito | grátis gratuito", "paid charged | pagado | pago"),
    "duty": (
        "mandatory compulsory obligatory required | obligatorio | obrigatório",
        "optional voluntary | opcional voluntario | opcional voluntário",
    ),
    "stay": ("permanent | permanente | permanente", "temporary | temporal | temporário"),
    "keeping": (
        "keep keeps kept retain retained hold holds held | mantener mantuvo conservar"
        " | manter manteve conservar",
        "lose loses lost | perder perdió | perder perdeu",
    ),
}
"""Pairs of poles."""
