"""What is counted in programme documents, in English, and what it is called elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.answers import Language

Gender = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in one language."""

    singular: str
    plural: str
    gender: Gender


# English singular/plural; then Spanish and Portuguese: gender, singular/plural.
_TABLE = """
adult/adults | m adulto/adultos | m adulto/adultos
affordable home/affordable homes | f vivienda asequible/viviendas asequibles
    | f moradia acessível/moradias acessíveis
animal/animals | m animal/animales | m animal/animais
application/applications | f solicitud/solicitudes | f inscrição/inscrições
arrest/arrests | f detención/detenciones | f prisão/prisões
assessment/assessments | f evaluación/evaluaciones | f avaliação/avaliações
auto theft/auto thefts | m robo de vehículo/robos de vehículos
    | m furto de veículo/furtos de veículos
brigade/brigades | f brigada/brigadas | f brigada/brigadas
building/buildings | m edificio/edificios | m prédio/prédios
burglary/burglaries | m robo/robos | m arrombamento/arrombamentos
business/businesses | f empresa/empresas | f empresa/empresas
camera/cameras | f cámara/cámaras | f câmera/câmeras
case/cases | m caso/casos | m caso/casos
certification/certifications | f certificación/certificaciones | f certificação/certificações
certified city/certified cities | f ciudad certificada/ciudades certificadas
    | f cidade certificada/cidades certificadas
child/children | m niño/niños | f criança/crianças
citizen/citizens | m ciudadano/ciudadanos | m cidadão/cidadãos
city/cities | f ciudad/ciudades | f cidade/cidades
community/communities | f comunidad/comunidades | f comunidade/comunidades
community meeting/community meetings | f reunión comunitaria/reuniones comunitarias
    | f reunião comunitária/reuniões comunitárias
complaint/complaints | f queja/quejas | f reclamação/reclamações
component/components | m componente/componentes | m componente/componentes
connection/connections | f conexión/conexiones | m encaminhamento/encaminhamentos
contract/contracts | m contrato/contratos | m contrato/contratos
corridor/corridors | m corredor/corredores | m corredor/corredores
country/countries | m país/países | m país/países
criterion/criteria | m criterio/criterios | m critério/critérios
customer/customers | m cliente/clientes | m cliente/clientes
dashboard/dashboards | m tablero/tableros | m painel/painéis
dataset/datasets | m conjunto de datos/conjuntos de datos
    | m conjunto de dados/conjuntos de dados
day/days | m día/días | m dia/dias
death/deaths | f muerte/muertes | f morte/mortes
department/departments | f dependencia/dependencias | f secretaria/secretarias
device/devices | m dispositivo/dispositivos | m dispositivo/dispositivos
dimension/dimensions | f dimensión/dimensiones | f dimensão/dimensões
district/districts | m distrito/distritos | m distrito/distritos
drawing/drawings | m dibujo/dibujos | m desenho/desenhos
dollar/dollars | m dólar/dólares | m dólar/dólares
employee/employees | m empleado/empleados | m funcionário/funcionários
euro/euros | m euro/euros | m euro/euros
eviction/evictions | m desalojo/desalojos | m despejo/despejos
family/families | f familia/familias | f família/famílias
foot/feet | m pie/pies | m pé/pés
gallon/gallons | m galón/galones | m galão/galões
group/groups | m grupo/grupos | m grupo/grupos
health centre/health centres | m centro de salud/centros de salud
    | m centro de saúde/centros de saúde
hectare/hectares | f hectárea/hectáreas | m hectare/hectares
home/homes | f vivienda/viviendas | f moradia/moradias
homicide/homicides | m homicidio/homicidios | m homicídio/homicídios
hour/hours | f hora/horas | f hora/horas
household/households | m hogar/hogares | m domicílio/domicílios
incident/incidents | m incidente/incidentes | m incidente/incidentes
indicator/indicators | m indicador/indicadores | m indicador/indicadores
inhabitant/inhabitants | m habitante/habitantes | m habitante/habitantes
interaction/interactions | m contacto/contactos | m contato/contatos
internet point/internet points | m punto de internet/puntos de internet
    | m ponto de internet/pontos de internet
item/items | m elemento/elementos | m item/itens
job/jobs | m empleo/empleos | m emprego/empregos
kilometre/kilometres | m kilómetro/kilómetros | m quilômetro/quilômetros
kilometer/kilometers | m kilómetro/kilómetros | m quilômetro/quilômetros
km/km | m km/km | m km/km
level/levels | m nivel/niveles | m nível/níveis
litre/litres | m litro/litros | m litro/litros
mandate/mandates | m mandato/mandatos | f atribuição/atribuições
measure/measures | f medida/medidas | f medida/medidas
meeting/meetings | f reunión/reuniones | f reunião/reuniões
member/members | m miembro/miembros | m membro/membros
meter/meters | m medidor/medidores | m medidor/medidores
mile/miles | f milla/millas | f milha/milhas
minute/minutes | m minuto/minutos | m minuto/minutos
mobility project/mobility projects | m proyecto de movilidad/proyectos de movilidad
    | m projeto de mobilidade/projetos de mobilidade
month/months | m mes/meses | m mês/meses
municipality/municipalities | m municipio/municipios | m município/municípios
neighbourhood/neighbourhoods | m barrio/barrios | m bairro/bairros
new city/new cities | f ciudad nueva/ciudades nuevas | f cidade nova/cidades novas
newly certified city/newly certified cities
    | f ciudad recién certificada/ciudades recién certificadas
    | f cidade recém-certificada/cidades recém-certificadas
office/offices | f oficina/oficinas | f repartição/repartições
official/officials | m funcionario/funcionarios | m gestor público/gestores públicos
open dataset/open datasets | m conjunto de datos abiertos/conjuntos de datos abiertos
    | m conjunto de dados abertos/conjuntos de dados abertos
open house/open houses | f jornada de puertas abiertas/jornadas de puertas abiertas
    | f visita aberta ao público/visitas abertas ao público
organisation/organisations | f organización/organizaciones | f organização/organizações
organization/organizations | f organización/organizaciones | f organização/organizações
outcome/outcomes | m resultado/resultados | m resultado/resultados
participant/participants | m participante/participantes | m participante/participantes
partner/partners | m socio/socios | m parceiro/parceiros
percentage point/percentage points | m punto porcentual/puntos porcentuales
    | m ponto percentual/pontos percentuais
performance measure/performance measures | m indicador de desempeño/indicadores de desempeño
    | m indicador de desempenho/indicadores de desempenho
permit/permits | m permiso/permisos | f licença/licenças
person/people | f persona/personas | f pessoa/pessoas
peso/pesos | m peso/pesos | m peso/pesos
pillar/pillars | m pilar/pilares | m pilar/pilares
place/places | m lugar/lugares | m lugar/lugares
plan/plans | m plan/planes | m plano/planos
practice/practices | f práctica/prácticas | f prática/práticas
practice area/practice areas | f área de práctica/áreas de práctica
    | f área de prática/áreas de prática
priority/priorities | f prioridad/prioridades | f prioridade/prioridades
priority neighbourhood/priority neighbourhoods | m barrio prioritario/barrios prioritarios
    | m bairro prioritário/bairros prioritários
procedure/procedures | m trámite/trámites | m procedimento/procedimentos
project/projects | m proyecto/proyectos | m projeto/projetos
proposal/proposals | f propuesta/propuestas | f proposta/propostas
real/reais | m real/reales | m real/reais
registration/registrations | m registro/registros | m cadastro/cadastros
request/requests | f solicitud/solicitudes | f solicitação/solicitações
resident/residents | m residente/residentes | m morador/moradores
safety strategy/safety strategies | f estrategia de seguridad/estrategias de seguridad
    | f estratégia de segurança/estratégias de segurança
school/schools | f escuela/escuelas | f escola/escolas
second/seconds | m segundo/segundos | m segundo/segundos
sector/sectors | m sector/sectores | m setor/setores
service/services | m servicio/servicios | m serviço/serviços
source/sources | f fuente/fuentes | f fonte/fontes
square foot/square feet | m pie cuadrado/pies cuadrados | m pé quadrado/pés quadrados
square kilometre/square kilometres | m kilómetro cuadrado/kilómetros cuadrados
    | m quilômetro quadrado/quilômetros quadrados
square metre/square metres | m metro cuadrado/metros cuadrados
    | m metro quadrado/metros quadrados
square meter/square meters | m metro cuadrado/metros cuadrados
    | m metro quadrado/metros quadrados
staff hour/staff hours | f hora de personal/horas de personal
    | f hora de trabalho/horas de trabalho
stakeholder/stakeholders | m actor interesado/actores interesados
    | f parte interessada/partes interessadas
state/states | m estado/estados | m estado/estados
strategy/strategies | f estrategia/estrategias | f estratégia/estratégias
student/students | m estudiante/estudiantes | m estudante/estudantes
study visit/study visits | f visita de estudio/visitas de estudio
    | f visita de estudo/visitas de estudo
survey/surveys | f encuesta/encuestas | f pesquisa/pesquisas
system/systems | m sistema/sistemas | m sistema/sistemas
teacher/teachers | m docente/docentes | m professor/professores
tenant/tenants | m inquilino/inquilinos | m inquilino/inquilinos
theft/thefts | m robo/robos | m furto/furtos
time/times | f vez/veces | f vez/vezes
ton/tons | f tonelada/toneladas | f tonelada/toneladas
tree/trees | m árbol/árboles | f árvore/árvores
trip/trips | m viaje/viajes | f viagem/viagens
us dollar/us dollars | m dólar estadounidense/dólares estadounidenses
    | m dólar americano/dólares americanos
user/users | m usuario/usuarios | m usuário/usuários
visit/visits | f visita/visitas | f visita/visitas
visitor/visitors | m visitante/visitantes | m visitante/visitantes
volunteer/volunteers | m voluntario/voluntarios | m voluntário/voluntários
vote/votes | m voto/votos | m voto/votos
water meter/water meters | m medidor de agua/medidores de agua
    | m medidor de água/medidores de água
week/weeks | f semana/semanas | f semana/semanas
woman/women | f mujer/mujeres | f mulher/mulheres
worker/workers | m trabajador/trabajadores | m trabalhador/trabalhadores
year/years | m año/años | m ano/anos
young people/young people | m joven/jóvenes | m jovem/jovens
"""

TIMES = frozenset("second minute hour day week month year".split())
"""Units, in the English singular, that tell how long something took."""

MOST_WORDS = 3
"""Words of the longest unit."""


def unit(words: Sequence[str], language: Language, *, one: bool) -> Unit | None:
    """The unit that English words in lower case name; None if the table has none.

    Args:
        one: whether the words are in the singular: in 'two meter projects', no meters are counted.
    """
    return _units(language, one=one).get(" ".join(words))


def is_time(words: Sequence[str]) -> bool:
    """Whether English words in lower case name a unit of time."""
    return len(words) == 1 and words[0].removesuffix("s") in TIMES


@lru_cache(maxsize=4)
def _units(language: Language, *, one: bool) -> Mapping[str, Unit]:
    found: dict[str, Unit] = {}
    for entry in entries():
        english, *others = (part.strip() for part in entry.split("|"))
        gender, _, names = others[("es", "pt").index(language)].partition(" ")
        singular, plural = names.split("/")
        name = english.split("/")[0 if one else 1]
        found[name] = Unit(singular, plural, "f" if gender == "f" else "m")
    return found


def entries() -> Sequence[str]:
    """A line for each unit: English, then Spanish and Portuguese with their genders."""
    return _TABLE.strip().replace("\n    |", " |").splitlines()
