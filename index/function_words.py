"""Words that tell nothing of what a text is about, by language (ISO 639-1)."""

from collections.abc import Mapping

FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        """a about after again all also am an and any are as at be because been before being between
        both but by can could did do does doing down during each few for from further had has have
        having he her here hers him his how i if in into is isn't it its itself just let lets like
        many me more most much my no nor not of off on once only or other our out over own please
        same she should so some still such tell than that the their them then there these they this
        those through to too under until up us very was we were what what's when where which while
        who whom who's whose why will with would you your i'd i'll i'm i've we'd we'll we're we've
        you'd you're they're
        that's there's here's don't doesn't didn't can't won't isn't aren't wasn't weren't couldn't
        wouldn't shouldn't hasn't haven't anybody anyone anything done everybody everyone everything
        nobody nothing somebody someone something""".split()
    ),
    "es": frozenset(
        """a al algo alguna algunas alguno algunos ante antes aquí así aún cada como cómo con
        contra cual cuál cuales cuáles cuando cuándo cuanta cuánta cuantas cuántas cuanto cuánto
        cuantos cuántos de del desde donde dónde dos el él ella ellas ellos en entre era es esa ese
        eso esta está están estas este esto estos fue fueron ha hace hacen han hasta hay hizo la las
        le les lo los más me mi muy nada ni no nos nosotros nuestra nuestro o otra otro para pero
        por porque pues que qué quien quién quienes quiénes se ser si sí sin sobre son su sus
        también tan te tiene tienen todo todos tu un una uno unos y ya yo alguien nadie""".split()
    ),
    "pt": frozenset(
        """a ao aos as até com como da das de dela dele deles depois do dos e é ela elas ele eles em
        entre era essa esse esta está estão este eu faz fazem fez foi foram há isso isto já lhe
        mais mas me mesmo meu minha muito na nas não nem no nos nossa nosso num numa o onde os ou
        para pela pelas pelo pelos por porque qual quais quando quanta quantas quanto quantos que
        quê quem se sem ser seu seus só são sobre sua suas também te tem têm um uma umas uns você
        vocês algo alguém algum alguma alguns algumas nada ninguém""".split()
    ),
}
