"""Words that tell nothing of what a text is about, by language (ISO 639-1)."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

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
        nobody nothing somebody someone something
        dont doesnt didnt cant wont isnt arent wasnt werent couldnt wouldnt shouldnt hasnt havent
        hadnt thats theres whats whos youre theyre weve youve ive im""".split()
    ),
    "es": frozenset(
        """a al algo alguna algunas alguno algunos ante antes aquí así aún cada como cómo con
        contra cual cuál cuales cuáles cuando cuándo cuanta cuánta cuantas cuántas cuanto cuánto
        cuantos cuántos de del desde donde dónde dos el él ella ellas ellos en entre era es esa
        ese eso esta está están estas este esto estos fue fueron ha hace hacen han hasta hay
        hizo la las le les lo los más me mi muy nada ni no nos nosotros nuestra nuestro o otra
        otro para pero por porque pues que qué quien quién quienes quiénes se ser si sí sin
        sobre son su sus también tan te tiene tienen todo todos tu un una uno unos y ya yo
        alguien nadie además ahí allá allí ambas ambos aquel aquella aquellas aquellos aquello
        aunque bastante bien casi cualquier cualquiera cuya cuyas cuyo cuyos deben debe debemos
        debería deberían debía deber demás dentro después durante eran esas esos estaba estaban
        estamos estar estoy estuvo estuvieron existe existen existía había habían haber habido
        habrá habría hacia hacía hacían hemos hubo hubiera incluso jamás luego mía mío mientras
        misma mismas mismo mismos mucha muchas mucho muchos ningún ninguna ninguno nuestras
        nuestros nunca otras otros poca pocas poco pocos podemos poder podía podían podrá podrán
        podría podrían podríamos puede pueden puedo pueda puedan pudieron pudo quizá quizás
        según sería serían será serán sido siendo siempre solamente solo sólo somos tal tales
        tampoco tanta tantas tanto tantos tendría tendrá tener tenemos tenga tengan tengo tenía
        tenían tenido toda todas todavía tras tuvo tuvieron tus usted ustedes varias varios
        vuestra vuestro seamos""".split()
    ),
    "pt": frozenset(
        """a ao aos as até com como da das de dela delas dele deles depois do dos e é ela elas ele
        eles em entre era essa esse esta está estão este eu faz fazem fez foi foram há isso isto
        já lhe mais mas me mesmo meu minha muito na nas não nem no nos nossa nosso num numa o
        onde os ou para pela pelas pelo pelos por porque qual quais quando quanta quantas quanto
        quantos que quê quem se sem ser seu seus só são sobre sua suas também te tem têm um uma
        umas uns você vocês algo alguém algum alguma alguns algumas nada ninguém ainda além ali
        ambas ambos antes após aquela aquelas aquele aqueles aquilo aqui assim bastante cada
        contra cuja cujas cujo cujos daquela daquele daqui dessa dessas desse desses desta
        destas deste destes desde deve devem deveria deviam devia dever dum duma durante embora
        enquanto então eram essas esses estas estes esteve estava estavam estar estamos estou
        existe existem existia fosse fossem fui haver havia haverá houve houver logo lá mesma
        mesmas mesmos minhas meus muita muitas muitos naquela naquele nela nele nelas neles
        nenhum nenhuma nessa nesse nesta neste nisso nisto nossas nossos nunca outra outras
        outro outros pode podem podemos poder podia podiam posso possa possam poderia poderiam
        pouca poucas pouco poucos pois porém pra pras quaisquer qualquer quase seja sejam sempre
        será serão seria seriam sido sendo sob somente somos sou tais tal talvez tanta tantas
        tanto tantos temos tenha tenham tenho ter terá terão teria teriam teve tido tinha tinham
        tiveram toda todas todo todos tu tudo vai várias vários""".split()
    ),
}


def is_function_word(word: str, language: str) -> bool:
    """Whether a word in lower case tells nothing; its accents may be missing, but for English."""
    return word in FUNCTION_WORDS.get(language, frozenset()) or word in _unaccented(language)


@lru_cache(maxsize=8)
def _unaccented(language: str) -> frozenset[str]:
    listed = FUNCTION_WORDS.get(language, frozenset())
    apart = (unicodedata.normalize("NFKD", word) for word in listed)
    return frozenset("".join(c for c in word if not unicodedata.combining(c)) for word in apart)
