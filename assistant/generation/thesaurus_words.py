"""Words that may stand for one another in city news, in English, Spanish and Portuguese.

One meaning a line: English forms, then Spanish, then Portuguese, parted by '|'. Endings need not be
listed, since words are compared by their stems; irregular forms are. No line holds two words that
are not nearly the same thing, and none holds words of `opposites_words`.
"""

THESAURUS = """
help aid assist assistance support helped supported backing back | ayuda ayudar apoyo apoyar asistencia respaldo | ajuda ajudar apoio apoiar assistência auxílio
people person resident inhabitant citizen individual population those who | persona personas gente habitante residente ciudadano vecino poblador población quienes | pessoa pessoas gente habitante morador cidadão cidadãos população munícipe quem
household home family house housing dwelling homes families | hogar hogares familia vivienda casa | domicílio lar família moradia casa habitação
tenant renter | inquilino arrendatario | inquilino locatário
eviction evict evictions | desalojo desahucio desalojar | despejo despejar
prevent avert avoid prevented averted avoided prevention | evitar evitado prevenir impedir prevención evitó evitaron | evitar evitado prevenir impedir prevenção
address deal dealt handle tackle addressed treat | abordar atender tratar gestionar atendido tratado abordado | tratar abordar atender lidar tratado atendido resolver
rent rental | alquiler arriendo renta | aluguel
money fund funds funding dollar dollars sum cash financing amount fundings | dinero fondos financiación dólares dólar financiar financiamiento monto recursos | dinheiro fundos verba financiamento dólares dólar recursos montante
fund finance pay paid bankroll pays funds financed fund funded | financiar pagar costear pagado pagó | financiar pagar custear pago pagou
invest investment spend spent spending | invertir inversión gastar gasto destinar destinó invirtió | investir investimento gastar gasto destinar
extra additional further more add added adds | adicional extra añadir agregar sumar más | adicional extra acrescentar adicionar somar mais
put allocate earmark devote set_aside | destinar asignar poner destinó puso | destinar alocar colocar
budget | presupuesto presupuestario | orçamento orçamentário
fiscal | fiscal | fiscal
cost price expense costs | costo coste precio gasto costar cuesta cuestan | custo preço despesa custar custa
save saved savings saving | ahorrar ahorro | economizar economia poupar
decide decided decision choose chose chosen choice select picked pick selected | decidir decidió decisión elegir eligió elegido escoger seleccionar optar | decidir decidiu decisão escolher escolhido selecionar optar
agree agreed approve approved approval pass passed vote back endorse | aprobar aprobado aprobaron acordar votar | aprovar aprovado aprovaram votar
voter voters electorate | votante votantes elector | eleitor eleitores votante
vote votes voted ballot | voto votar votación | voto votar votação
bond | bono | título bônus obrigação
loan lend credit | préstamo crédito | empréstimo crédito
prize award awarded awards honour distinction | premio galardón galardonar distinción premiar reconocimiento | prêmio premiar premiação distinção reconhecimento
award awarded go goes went give given grant granted | otorgar conceder dar dado concedido | conceder dar dado concedido ir vai
certification certified certify certificate certified | certificación certificar certificado certificada | certificação certificar certificado certificada
level tier status rank grade category | nivel categoría | nível categoria
recognise recognised recognition recognize recognized acknowledge acclaim | reconocer reconocido reconocimiento | reconhecer reconhecido reconhecimento
announce announced announcement public unveil reveal declare made_public published publish known | anunciar anunciado anunció anuncio dar_a_conocer publicar publicado | anunciar anunciado anunciou anúncio divulgar publicar publicado
report reported reporting say said state stated tell told note describe according | informar informado informó reportar decir dijo dijeron señalar declarar según indica | informar informado informou relatar dizer disse disseram declarar segundo indica
call calls called name named label labelled dub describe described term | llamar llamado denominar nombrar calificar | chamar chamado denominar nomear
name named appoint appointed become became made | nombrar nombrado nombrada designar | nomear nomeado nomeada designar
earn earned receive received get got gets obtain obtained win won gain attain attained reach reached achieve achieved hold holds held have has reaching | obtener obtuvo recibir recibió conseguir lograr logró ganar ganó alcanzar alcanzó llegar llegó tener tiene tuvo poseer ostentar | obter obteve receber recebeu conseguir alcançar alcançou ganhar ganhou atingir chegar ter tem teve possuir deter
keep kept retain retained maintain maintained hold remain stay | mantener mantuvo conservar retener permanecer | manter manteve conservar reter permanecer
move moved rise rose risen climb climbed advance go went up promote promoted upgrade step | subir subió ascender ascendió pasar pasó avanzar | subir subiu passar passou ascender avançar
need needs require requires required must have_to demand necessary | necesitar requerir requiere exigir exige deber debe necesario hay_que | precisar requerer requer exigir exige dever deve necessário
meet meets met fulfil satisfy satisfied satisfies comply fulfill pass | cumplir cumple cumplen satisfacer alcanzar | atender atende cumprir cumpre satisfazer atingir
criterion criteria | criterio criterios | critério critérios
standard norm | estándar norma | padrão norma
share proportion percentage part ratio portion per_cent | proporción porcentaje parte cuota | proporção porcentagem percentual parcela parte
threshold limit minimum cut-off floor | umbral límite mínimo | limite mínimo limiar
benchmark reference | referencia punto_de_referencia | referência
outcome result results outcomes consequence | resultado consecuencia | resultado consequência
recognised international internationally | internacional internacionalmente | internacional internacionalmente
version edition | versión edición | versão edição
old older earlier previous previously former formerly past prior used before_that | antiguo anterior previo antes anteriormente antigua antiguas viejo | antigo anterior prévio antes anteriormente antiga antigas
current currently present now today existing | actual actualmente ahora hoy vigente | atual atualmente agora hoje vigente
new newly recently newcomer recent fresh | nuevo nueva nuevos nuevas recién recientemente | novo nova novos novas recém recentemente
city municipality town cities municipal municipalities local | ciudad municipio ciudades municipal local urbe | cidade município cidades municipal local prefeitura
city_hall government administration council authority | ayuntamiento alcaldía gobierno administración consejo concejo municipalidad | prefeitura governo administração conselho câmara
country nation countries national | país países nación nacional | país países nação nacional
state province region regional | estado provincia región regional | estado província região regional
neighbourhood neighbourhoods neighborhood neighborhoods district area zone quarter areas part | barrio barrios vecindario distrito zona área zonas | bairro bairros vizinhança distrito zona área áreas região
street road roads streets highway | calle calles carretera vía | rua ruas estrada via
place location site spot | lugar sitio ubicación | lugar local sítio
locate located find found identify identified pinpoint detect detected detects spot discover finds | localizar ubicar encontrar encontró identificar identificó detectar detectó hallar | localizar encontrar encontrou identificar detectar achar
begin began begun start started launch launched initiate launch kick_off inception | empezar comenzar comenzó iniciar inició lanzar lanzado lanzamiento arrancar inicio comienzo | começar começou iniciar iniciou lançar lançado lançamento início
create created creation set_up establish established found founded set form formed introduce introduced setup built | crear creó creado establecer fundar fundó constituir | criar criou criado estabelecer fundar fundou constituir instituir
build built construct construction building develop developed | construir construcción desarrollar construido edificar edificio | construir construção desenvolver construído edifício
develop developed came_up design devise draw drew up drawn write wrote written prepare produce produced shape shaped draft | desarrollar desarrollaron elaborar diseñar redactar preparar trazar escribir escrito | desenvolver desenvolveram elaborar desenhar redigir preparar traçar escrever escrito
install installed fit put place placed set_up deployed instal | instalar instaló instalado colocar poner | instalar instalou instalado colocar pôr
send sent deploy deployed dispatch dispatched submit submitted hand filed | enviar envió enviado desplegar mandar presentar presentaron | enviar enviou enviado mobilizar mandar apresentar apresentaram
run runs operate manage managed lead leads led head direct directed oversee conduct leading | dirigir dirige gestionar administrar liderar lidera operar encabezar conducir | dirigir dirige gerir administrar liderar lidera operar comandar conduzir
work task job labour | trabajo trabajar labor tarea | trabalho trabalhar tarefa
job jobs employment work | empleo empleos trabajo | emprego empregos trabalho
worker employee staff employees personnel workforce staffers | trabajador empleado personal plantilla | trabalhador funcionário pessoal equipe servidor
official officials officer | funcionario funcionarios autoridad | gestor gestores funcionário autoridade
mayor | alcalde alcaldesa intendente | prefeito prefeita
director manager head chief managing | director directora gerente jefe jefa | diretor diretora gerente chefe
partner partners partnership ally collaborate | socio socios aliado colaborar | parceiro parceiros parceria colaborar
expert experts specialist | experto expertos especialista | especialista especialistas perito
organisation organization organisations organizations body group | organización organizaciones entidad organismo | organização organizações entidade
company firm business enterprise companies businesses | empresa empresas negocio compañía comercio | empresa empresas negócio companhia comércio
university college | universidad | universidade
student students pupil | estudiante estudiantes alumno | estudante estudantes aluno
school schools | escuela escuelas colegio | escola escolas
young youth youths juvenile | joven jóvenes juvenil juventud | jovem jovens juvenil juventude
child children kid | niño niños infantil | criança crianças infantil
woman women female | mujer mujeres | mulher mulheres
homeless homelessness | sin_hogar sin_techo persona_sin_hogar | desabrigado sem_teto situação_de_rua
shelter shelters | refugio albergue | abrigo
service services | servicio servicios | serviço serviços
customer customers client user users | cliente clientes usuario usuarios | cliente clientes usuário usuários
use uses used using utilise employ rely usage used | usar uso usos utilizar utiliza emplear empleo usa usan | usar uso usos utilizar utiliza usa usam empregar
data information evidence figures | datos información | dados informação
dataset datasets | conjunto_de_datos conjuntos_de_datos | conjunto_de_dados conjuntos_de_dados
open public | abierto abiertos público | aberto abertos público
portal website site online page web | portal sitio página web línea | portal site página web
app application tool | aplicación app herramienta | aplicativo app ferramenta aplicação
tool instrument platform system | herramienta plataforma sistema instrumento | ferramenta plataforma sistema instrumento
digital digitise digitised digitize digitized electronic digitally online digitisation | digital digitalizar digitalizó electrónico digitalización | digital digitalizar digitalizou eletrônico digitalização
paper document paperwork documents text | papel documento | papel documento
record records register registered registration enrol enrolled sign | registro registrar inscribir inscripción registrado expediente | registro registrar inscrever cadastro cadastrar registrado
court courts judicial | tribunal judicial juzgado corte | tribunal judicial justiça
collect collected gather gathered compile bring_together | recopilar recoger reunir recolectar recaba | coletar recolher reunir recolha
automatic automatically automate automated | automático automáticamente automatizar | automático automaticamente automatizar
share data exchange | compartir intercambiar | compartilhar partilhar
compare compared comparison comparing versus against | comparar comparación comparado frente | comparar comparação comparado contra
difference gap differ disagree vary differing | diferencia brecha diferir discrepar | diferença lacuna diferir divergir discordar
group groups cohort | grupo grupos | grupo grupos
participant participants participate participated take_part took_part taking_part involve involved join joined attend attended part_in | participante participantes participar participaron participación participaban participó asistir intervenir | participante participantes participar participaram participação participou comparecer
participation engagement involvement | participación | participação envolvimento
survey surveyed poll questionnaire | encuesta encuestar | pesquisa enquete levantamento
ask asked question questioned consult consulted interview query | preguntar consultar consultó encuestar pedir | perguntar consultar consultou pedir ouvir
answer respondent response respond | respuesta responder encuestado | resposta responder entrevistado
response respond emergency reaction | respuesta reacción emergencia | resposta reação emergência
study research analysis analyse analysed analyze analyzed examine studied look_at | estudio investigar análisis analizar analizó examinar | estudo pesquisa análise analisar analisou examinar
measure measured metric indicator gauge measures | medir medida medición indicador | medir medida medição indicador
goal target objective aim purpose | meta objetivo fin | meta objetivo alvo
plan plans strategy roadmap scheme planning | plan planes estrategia hoja_de_ruta | plano planos estratégia roteiro
programme program programmes initiative scheme project projects | programa iniciativa proyecto | programa iniciativa projeto
project projects | proyecto proyectos | projeto projetos
practice practices | práctica prácticas | prática práticas
team teams unit group squad task_force crew | equipo equipos unidad grupo escuadrón brigada | equipe equipes unidade grupo time esquadrão
brigade brigades | brigada brigadas | brigada brigadas
office offices department departments agency division | oficina departamento dependencia agencia secretaría área | escritório departamento secretaria agência gabinete órgão
committee board task | comité comisión junta | comitê comissão junta
law ordinance rule legislation regulation bylaw legal | ley ordenanza norma reglamento legal regla | lei portaria norma regulamento legal regra decreto
rule rules | regla reglas | regra regras
charter constitution enshrine enshrined | carta estatuto | carta estatuto
order executive decree | orden decreto ejecutiva | ordem decreto executiva
change changed shift alter altered modify switch | cambio cambiar cambió modificar | mudança mudar mudou alterar modificar
replace replaced substitute substituted replacing instead | reemplazar sustituir sustituyeron | substituir substituíram
improve improved better improvement enhance strengthen upgrade upgraded | mejorar mejora mejor mejoró fortalecer reforzar | melhorar melhora melhor melhorou fortalecer
make made let enable enabled allow allowed permit | permitir permite dejar hacer hace | permitir permite deixar fazer faz
free gratis charge | gratis gratuito gratuitamente gratuita | grátis gratuito gratuitamente gratuita
any whichever whatever | cualquier cualquiera cual sea sea | qualquer seja qual for
other others another | otro otra otros otras | outro outra outros outras
different another distinct other | diferente distinto otra | diferente distinto outra
separate separated distinct independent | separado distinto independiente aparte | separado distinto independente
community communities | comunidad comunitario comunidades | comunidade comunitário comunidades
peace | paz | paz
centre center centres centers hub | centro centros | centro centros
violence violent | violencia violento | violência violento
crime criminal offence | delito crimen delincuencia | crime delito criminalidade
homicide homicides murder murders killing | homicidio homicidios asesinato | homicídio homicídios assassinato
theft thefts robbery burglary steal stolen | robo robos hurto | furto furtos roubo
auto car vehicle vehicles cars | auto automóvil vehículo vehículos coche | carro automóvel veículo veículos
police officer | policía policial | polícia policial
safety safe security safer secure | seguridad seguro seguros segura | segurança seguro seguros segura
feel feeling perception perceive sense | sentir sienten sensación percepción | sentir sentem sensação percepção
health healthcare medical care clinic | salud sanitario médico atención | saúde sanitário médico atenção
hospital hospitals clinic | hospital hospitales | hospital hospitais
emergency emergencies | emergencia urgencia emergencias | emergência urgência emergências
room rooms | sala salas | sala salas
call calls phone | llamada llamadas | chamada chamadas ligação
case cases | caso casos | caso casos
disease illness fever | enfermedad fiebre | doença febre
pregnancy pregnant | embarazo | gravidez
death deaths died | muerte muertes | morte mortes
water | agua | água
leak leaks leakage | fuga fugas filtración | vazamento vazamentos fuga
meter meters | medidor medidores contador | medidor medidores hidrômetro
network networked connected smart linked | red conectado conectados inteligente | rede conectado conectados inteligente
read reading readings | leer lectura leían | ler leitura liam
hand manual manually | mano manual manualmente | mão manual manualmente
consumption consume usage | consumo consumir | consumo consumir
contact contacted reach interaction contacts interactions approach | contactar contacto contactados contacto | contatar contato contatados contato
early soon ahead advance | temprano pronto anticipadamente antelación | cedo antecedência logo
bill bills invoice | factura facturas | conta contas fatura
flood flooding floods inundation flooded | inundación inundaciones inundar inundaba | enchente inundação alagamento alagar alagava inundava
tide tidal sea | marea mar | maré mar
risk vulnerable danger | riesgo vulnerable peligro | risco vulnerável perigo
rehouse rehoused relocate relocated resettle moved move | reubicar reubicado realojar trasladar mudar | realocar realojar reassentar mudar transferir
climate | clima climático climática | clima climático climática
energy electricity | energía electricidad | energia eletricidade
trash waste garbage rubbish litter refuse | basura residuos desechos | lixo resíduos
cut reduce | reducir | reduzir
clean clean-up cleaning cleanup | limpiar limpieza | limpar limpeza
plant facility factory | planta instalación | usina planta instalação
recycle recycled recycling recycled-water | reciclar reciclado reciclada | reciclar reciclado reciclada reúso
refill replenish recharge | recargar reponer repone rellenar | recarregar reabastecer repor
aquifer aquifers underground groundwater | acuífero subterráneo | aquífero subterrâneo
meeting meetings session sessions gathering | reunión reuniones sesión encuentro | reunião reuniões sessão encontro
visit visits visited trip | visita visitas visitar visitado | visita visitas visitar visitado
idea concept inspiration inspire inspired | idea concepto inspirar inspiración | ideia conceito inspirar inspiração
borrow borrowed take took taken adopt adopted copied draw | tomar tomó adoptar copiar | tomar tomou tirar tirou adotar copiar
traffic transport transit mobility | tráfico tránsito transporte movilidad | trânsito tráfego transporte mobilidade
licence license permit permits licences licenses | licencia permiso permisos licencias | licença carteira habilitação licenças permissão
driving driver drive | conducir conductor | motorista conduzir dirigir condução
renew renewed renewal | renovar renovación renueva | renovar renovação renovada
fine fines fee fees penalty charge | multa multas tarifa tasa cargo | multa multas taxa tarifa
suspend suspension suspended lift | suspender suspensión | suspender suspensão
recover regain back return restore | recuperar devolver | recuperar devolver
procedure procedures process processes administrative formality | procedimiento trámite proceso procesos administrativo | procedimento trâmite processo processos administrativo
backlog delay queue | atraso retraso acumulación pendientes | atraso acúmulo fila pendências
time period span duration | tiempo plazo período duración | tempo prazo período duração
year years annual yearly annually | año años anual | ano anos anual
month months monthly | mes meses mensual | mês meses mensal
day days daily | día días diario | dia dias diário
week weeks weekly | semana semanas semanal | semana semanas semanal
hour hours hourly | hora horas | hora horas
minute minutes | minuto minutos | minuto minutos
second seconds | segundo segundos | segundo segundos
decade | década | década
number figure count total amount quantity | número cifra cantidad total | número cifra quantidade total
double twice twofold doubled doubling two-fold | doble duplicar duplicó | dobro duplicar duplicou dobrar
triple threefold tripled trebled | triple triplicar | triplo triplicar
half halved halve | mitad medio | metade meio
camera cameras cctv | cámara cámaras | câmera câmeras
proposal proposals idea bid | propuesta propuestas | proposta propostas
map maps mapping mapped | mapa mapas cartografía | mapa mapas mapear
dashboard dashboards scoreboard panel | tablero tableros panel | painel painéis
training train trained course coaching | capacitar formación capacitación entrenar formar | treinar formação capacitação treinamento formar
skill skills | habilidad competencia | habilidade competência
education educational learning | educación educativo | educação educativo
teacher teachers | docente maestro profesor | professor docente
construction building | construcción obra | construção obra
contract contracts contracting procurement | contrato contratos contratación | contrato contratos contratação
hour hours | hora horas | hora horas
under-represented underrepresented minority | subrepresentado minoría minoritario | sub-representado minoria
under-served underserved deprived disadvantaged poor | desatendido carente vulnerable marginado | carente carentes desassistido vulnerável
internet broadband web | internet banda_ancha | internet banda_larga
point points spot hotspot hotspots critical | punto puntos crítico críticos foco | ponto pontos crítico críticos foco
tax revenue taxes | impuesto fiscal tributario recaudación | imposto fiscal tributário arrecadação
operating operation operational operate | operativo operación operativos | operacional operação operacionais
rate | tasa índice | taxa índice
equity fairness equal fair equitable inequality | equidad igualdad justo | equidade igualdade justo
income earnings | ingreso ingresos renta | renda rendimento
race racial ethnic | raza racial étnico | raça racial étnico
evaluate evaluation assess assessment assessed self-assessment reassessment appraisal | evaluar evaluación evaluado autoevaluación | avaliar avaliação avaliado autoavaliação
check checked verify verified validate validation validated confirm confirmed review | comprobar verificar validar validación confirmar confirmado revisar | verificar validar validação confirmar confirmado revisar
score points mark scoring | puntuación puntaje puntos | pontuação pontos nota
step steps stage phase | paso pasos etapa fase | passo passos etapa fase
roadmap tailored next | hoja_de_ruta personalizado próximo | roteiro personalizado próximo
miss missed misses fall_short fell_short falls_short mark | fallar | falhar
complete completes completed finish finished fill done | completar completa terminar finalizar concluir concluye | completar conclui concluir terminar finalizar
claim claims assertion allegation | afirmación afirmar alegar reclamar | alegação afirmação afirmar reivindicar
source sources reference | fuente fuentes | fonte fontes
document documents text | documento documentos | documento documentos
reason grounds motive | razón motivo | razão motivo
history background story | historia historial antecedente | história histórico antecedente
quality quality_of_life | calidad | qualidade
life live lives living liveability | vida vivir vive | vida viver vive
rank ranks ranking classify | clasificar ranking clasifica | classificar ranking classifica
lie lies within near close proximity | cerca cercano dentro | perto próximo dentro
expect expected anticipate forecast | esperar espera prever previsto | esperar espera prever previsto
bring brings bring brought provide provides provided offer offers offered supply deliver give gives giving offering | traer aportar proporcionar ofrecer ofrece ofrecía brindar dar | trazer fornecer oferecer oferece oferecia proporcionar dar
space room | espacio | espaço
square | cuadrado | quadrado
corridor | corredor | corredor
sidewalk pavement | acera vereda | calçada
walk walking foot | caminar andar peatonal pie | caminhar andar pé
mobility | movilidad | mobilidade
summit | cumbre | cúpula cimeira
come came attend attended attendance turnout | acudir acudieron asistir asistieron venir | vir vieram comparecer compareceram
priority priorities prioritise | prioridad prioridades priorizar | prioridade prioridades priorizar
contribute contributed shape input | contribuir contribuyeron aportar | contribuir contribuíram
electronic | electrónico electrónicos electrónica | eletrônico eletrônicos eletrônica
analysis analytics analytical | análisis analítica | análise analítica
visitor visitors tourist | visitante turista | visitante turista
initiative | iniciativa | iniciativa
eligible eligibility qualify entitled allowed take_part | elegible elegibilidad puede | elegível elegibilidade pode
apply application applicant | solicitar solicitud postular | solicitar solicitação candidatar
experiment experiments experimental trial test tested testing pilot | experimento experimental prueba probar | experimento experimental teste testar
template templates guide guides guidance guideline | plantilla plantillas guía guías | modelo modelos guia guias
message messages | mensaje mensajes | mensagem mensagens
arrest arrests arrested | arresto detención detenciones | prisão prisões detenção
tree trees | árbol árboles | árvore árvores
drone | dron drones | drone drones
dump dumps dumping landfill | basural vertedero | lixão aterro
image images picture photo | imagen imágenes foto | imagem imagens foto
illegal unlawful | ilegal | ilegal
informal irregular | informal irregular | informal irregular
title deed deeds titles | título escritura | título escritura
affordable social | asequible social | acessível social
lead lead-free | plomo | chumbo
worst | peor | pior
study_visit | visita_de_estudio | visita_de_estudo
device devices computer laptop | dispositivo dispositivos computadora | dispositivo dispositivos computador
grade grades class | grado grados curso | série séries ano
extended extend longer | ampliado extendido prolongado | ampliado estendido prolongado
alliance | alianza | aliança
challenge | desafío reto | desafio
network networks | red redes | rede redes
collective | colectivo | coletivo
non-profit nonprofit non-profits nonprofits charity | sin_fines_de_lucro ong | sem_fins_lucrativos ong
mediation | mediación | mediação
library libraries | biblioteca bibliotecas | biblioteca bibliotecas
sport sports | deporte deportes | esporte esportes
expansion expand expanded widen | expansión ampliar ampliación | expansão ampliar ampliação
threshold below | debajo inferior | abaixo inferior
technical technology technological | técnico tecnología tecnológico | técnico tecnologia tecnológico
purpose aim | propósito finalidad | propósito finalidade
print printed prints reprint reprinted | imprimir imprime impreso | imprimir imprime impresso
article post notice text news newspaper press report | artículo aviso noticia periódico prensa nota publicación | artigo aviso notícia jornal imprensa nota publicação
cover covered covers include contain contains spans | cubrir cubre abarca abarcar incluir contener contiene contienen comprende | cobrir cobre abrange abranger incluir conter
transcription transcript | transcripción | transcrição
wording worded | redacción formulación texto | redação texto
band bands range ranges bracket | banda franja rango tramo | faixa intervalo
strategic strategy | estratégico estratégica | estratégico estratégica
action actions act measure | acción acciones medida | ação ações medida
honor_roll honour_roll | cuadro_de_honor | quadro_de_honra
software programme system | software programa | software programa
revision revised revise revisit revisited review reviewed overhaul | revisión revisar revisa | revisão revisar revê
concern worry | preocupación | preocupação
release released releasing publish publishing | publicar divulgar liberar publicación | publicar divulgar liberar publicação
exact precise | exacto preciso | exato preciso
undated date | sin_fecha | sem_data
outreach outreach_work | alcance acercamiento divulgación | alcance abordagem divulgação
explain explains explained clarify | explicar explica | explicar explica
colour color | color | cor
recertified recertify renewed | recertificada recertificado recertificar | recertificada recertificado recertificar
single sole one singled | único | único
mention mentioned mentions refer | mencionar menciona | mencionar menciona
demographic demographics | demográfico demográficos | demográfico demográficos
policy policies | política políticas | política políticas
feasible viable | factible viable | viável
regularly regular routinely routine | regularmente habitual | regularmente rotina
progress advance headway progress | avance progreso avances | avanço progresso avanços
key main chief central core principal | clave principal central | chave principal central
monitor monitoring track tracking tracked follow followed follows | seguimiento monitorear monitoreo seguir | acompanhamento monitorar monitoramento seguir acompanhar
already | ya | já
media outlet press | medios | mídia meios
problem problems issue trouble | problema problemas | problema problemas
repurpose repurposed redirect redirected reallocate reallocated move | redirigir reasignar reorientar reutilizar | redirecionar realocar reorientar
commitment commit pledge | compromiso comprometerse | compromisso comprometer
leader leaders leadership | líder líderes liderazgo | líder líderes liderança
removal remove removed eliminate | eliminación eliminar retirar | remoção remover eliminar retirar
radio station | radio emisora | rádio emissora
feed feeds fed supply | alimentar alimentan alimentado | alimentar alimentam alimentado
match matched cross crossed combine combined joined merge merged join linked | cruzar cruzó combinar combinó unir | cruzar cruzou combinar combinou unir
cite cited quote quoted | citar citado | citar citado
enough sufficient | suficiente bastante | suficiente bastante
wider broader wide | amplio | amplo
federal | federal | federal
adapt adjust adjusted | adaptar ajustar | adaptar ajustar
compact pact | pacto | pacto
relation relations relationship | relación relaciones | relação relações
trend trends | tendencia | tendência
split splits divide divided spread | dividir repartir dividido | dividir repartir dividido
often frequently | frecuencia frecuentemente menudo | frequência frequentemente
underpass tunnel | paso_inferior bajopuente | passagem_inferior
extreme | extremo extrema | extremo extrema
poverty poor | pobreza pobre | pobreza pobre
login sign-in | inicio_de_sesión acceso | login acesso
peer peers counterpart | par pares homólogo | par pares
value values | valor valores | valor valores
comment comments | comentario comentarios comentar | comentário comentários comentar
county counties | condado condados | condado condados
exclude shut_out excluded barred | excluido excluida excluidos excluir | excluído excluída excluídos excluir
imply implied infer inferred suggest | implicar sugerir | implicar sugerir
pipeline planned | proyecto cartera | projeto carteira
fail failure missed | fallar fracaso | falhar fracasso
size sized | tamaño | tamanho
update updates updated | actualizar actualización | atualizar atualização
activity activities | actividad actividades | atividade atividades
summer | verano | verão
property properties real_estate | propiedad inmueble predial | propriedade imóvel
urban | urbano urbana | urbano urbana
block blocks | manzana cuadra bloque | quarteirão bloco
science scientific | ciencia científico | ciência científico
intake admission reception | ingreso admisión acogida | acolhimento admissão
drinking drink fountain fountains | beber bebedero fuente | beber bebedouro
party political | partido | partido
union unions | sindicato | sindicato
infrastructure | infraestructura | infraestrutura
example examples instance | ejemplo ejemplos | exemplo exemplos
rhythm pace frequency | ritmo | ritmo
checklist checklists | lista_de_verificación listas | lista_de_verificação listas
depend depended depends hinge | depender dependía | depender dependia
weight weigh | peso | peso
steer steers guide guides guided direct | orientar orienta guiar dirigir | orientar orienta guiar direcionar
deliver delivery delivered | entrega prestación entregar | entrega prestação entregar
strong stronger strengthen | fuerte fortalecer más_fuerte | forte fortalecer
treatment treat | tratamiento | tratamento
capacity capability capacities | capacidad | capacidade
urgent urgently pressing | urgente | urgente
clear cleared clearly | claro despejar | claro limpar
geographic geography spatial territorial geographical | geográfico territorial espacial | geográfico territorial espacial
happen happens occur occurred take_place | ocurrir suceder ocurre | ocorrer acontecer ocorre
mixed mix | mixto | misto
weather | tiempo clima | tempo clima
zero | cero | zero
unpaid owed arrears | impago impagas adeudado | não_pago inadimplente
confuse confused mistake mistaken | confundir confundido | confundir confundido
language languages | idioma lengua | idioma língua
protocol protocols | protocolo protocolos | protocolo protocolos
commune communes | comuna | comuna
winner winners winning | ganador ganadores | vencedor vencedores
line lines | línea | linha
code codes | código | código
calendar | calendario | calendário
leisure recreation | ocio recreación | lazer recreação
finalist finalists | finalista | finalista
benefit benefits benefited aid | beneficio beneficios prestación beneficiar benefició | benefício benefícios beneficiar beneficiou
institute | instituto | instituto
triage | triaje | triagem
unemployment jobless unemployed | desempleo desempleado | desemprego desempregado
profile portrait | perfil | perfil
private | privado privada | privado privada
authorise authorises authorize licensed permit | autorizar autoriza habilitar | autorizar autoriza licenciar
statistics statistical | estadística estadístico | estatística estatístico
recurring recurrent repeated repeat repeats again | recurrente repetir repetirá | recorrente repetir repetida
regularise regularises legalise | regularizar regulariza | regularizar regulariza
speak spoke speaks talk | hablar habla | falar fala
detail detailed details | detalle detallado | detalhe detalhado
prove proven proof evidence | probar prueba demostrar demuestra | provar prova demonstrar demonstra
resource resources | recurso recursos | recurso recursos
competition contest compete | concurso competencia | concurso competição
medium mid-sized midsize | mediano mediana | médio média
method methodology | metodología método | metodologia método
transparency transparent | transparencia | transparência
trust confidence | confianza | confiança
privacy | privacidad | privacidade
inventory catalogue catalog | inventario catálogo | inventário catálogo
quarterly quarter | trimestral trimestre trimestralmente | trimestral trimestre trimestralmente
annual annually yearly | anual anualmente | anual anualmente
average mean | promedio media | média
perception perceive | percepción | percepção
victim victims | víctima víctimas | vítima vítimas
item items point element | elemento elementos punto ítem | item itens elemento ponto
on_target on_track | en_meta encaminado | dentro_da_meta no_rumo
appear appears seem | aparecer aparece parecer | aparecer aparece parecer
bulk majority | mayoría | maioria
belong belongs member members membership | pertenecer miembro miembros pertenece | pertencer membro membros pertence
circle community | círculo | círculo
grow growing | crecer | crescer
reason why | razón motivo porqué | razão motivo porquê
remain remains still continue continues | seguir sigue continuar todavía aún | continuar continua ainda permanecer
depend rely | depender | depender
gang gangs | pandilla pandillas | gangue gangues
leave left | dejar dejó | deixar deixou
search look_for looks_for seek seeks find | buscar busca búsqueda | buscar busca procurar procura
connect connects connected link linked links | conectar conecta conectados vincular enlazar | conectar conecta conectadas conectados vincular ligar
raise raised | elevar subir aumentar | elevar subir aumentar
close closed closure | cerrar cerrado | fechar fechado
determine determined decide set_the_order | determinar determinó fijar | determinar determinou definir
order sequence | orden | ordem
fumigation fumigate | fumigación | fumigação
awareness aware | concienciación sensibilización | conscientização sensibilização
drawing drew draw drawings | dibujo dibujos dibujar | desenho desenhos desenhar
ideal dream | ideal | ideal
embassy | embajada | embaixada
library | biblioteca | biblioteca
squad | escuadrón | esquadrão
solution solutions fix | solución soluciones | solução soluções
start-up startups start-ups | startup emprendimiento | startup
vaccination vaccine | vacunación vacuna | vacinação vacina
pandemic covid | pandemia covid | pandemia covid
interest | interés | interesse
term terms | plazo | prazo
scoreboard scorecard | marcador tablero | placar painel
crash crashes accident | choque accidente siniestro | acidente batida
debris rubble | escombros | entulho detritos
vegetation plants green | vegetación verde | vegetação verde
renewable renewable | renovable | renovável
carbon | carbono | carbono
gallon litre | galón | galão
bought purchase purchased | comprar compró | comprar comprou
reach reaches reached | llegar llegó alcanzar | chegar chegou alcançar atender
decrease reduction fall drop decline | descenso reducción caída | queda redução diminuição
north northern | norte | norte
south southern | sur | sul
east eastern | este oriente | leste
west western | oeste | oeste
central | central | central
plan planned planning | plan planificar planificación planeación | plano planejar planejamento
big large great major | gran grande grandes mayor | grande grandes maior
attribute attributed credit credited ascribe | atribuir atribuyó acreditar | atribuir atribuiu creditar
show shows shown reveal indicate | mostrar muestra mostró mostraba mostraban | mostrar mostra mostrou mostrava
gain gains benefit improvement | mejora ganancia beneficio | melhora ganho benefício
constitute make_up makes_up made_up comprise account_for accounts_for | constituir representar conformar | constituir representar compor
responsible charge | responsable encargado | responsável encarregado
""".strip()
"""Lines of words; see above."""
