"""English words of city work with what stands for them in Spanish and Portuguese.

An English word or expression a line; behind the colon its Spanish and Portuguese forms, those of
several words with '_' between them. Endings need not be listed, since words are compared by their
stems; those of expressions need, and of words behind '=', whose stem is another word's as well.
"""

GLOSSARY = """
flood: inundación inundar inundado riada enchente alagamento alagar cheia
flooding: anegamiento
drought: sequía seca
heat: calor
rain: lluvia chuva
sea: mar océano oceano
river: río rio
climate: clima climático
pollution: contaminación polución poluição contaminar
air: aire ar
water: agua água
leak: fuga filtración vazamento
meter: medidor contador hidrômetro
sewage: aguas_residuales aguas_negras esgoto cloaca alcantarillado efluente
waste: residuos desechos resíduos
trash: basura lixo
dump: basural vertedero lixão vertedor botadero lixeira aterro
recycled: reciclado reciclar reciclaje reciclada reciclagem reciclado
plant: planta usina
aquifer: acuífero aquífero
energy: energía energia
electricity: electricidad eletricidade
emissions: emisiones emissões
neutrality: neutralidad neutralidade
tree: árbol árvore
park: parque
housing: vivienda habitación_social habitacional moradia habitação
home: hogar =hogares casa casas =lar =lares
homeless: sin_hogar sin_techo personas_en_situación_de_calle desabrigado na_rua
homeless: sem-teto sem_teto sem_casa moradores_de_rua em_situação_de_rua
shelter: refugio albergue abrigo
rent: alquiler arriendo renta aluguel alugar alquilar
tenant: inquilino arrendatario locatário
eviction: desalojo desahucio despejo desalojar desahuciar despejar
household: domicilio domicílio hogar =hogares =lar =lares
title deeds: títulos_de_propiedad título_de_propiedad escritura escrituras escrituração
informal: informal irregular
neighbourhood: barrio vecindario bairro barriada vizinhança
slum: favela villa
affordable: asequible accesible acessível
violence: violencia violência
homicide: homicidio asesinato homicídio assassinato
crime: delincuencia delito criminalidad crimen criminalidade delito
theft: robo hurto furto roubo
burglaries: robos_en_casas arrombamento
police: policía policial polícia policiamento
arrest: arresto detención prisão
gang: pandilla banda gangue
safety: seguridad segurança
safer: más_seguro mais_seguro
peace: paz
trust: confianza confiança
camera: cámara câmera
drone: dron drone
sensor: sensor
algorithm: algoritmo
prevention: prevención prevenção prevenir
emergency: emergencia emergência ambulancia ambulância
response: respuesta resposta
health: salud saúde
disease: enfermedad doença
dengue: dengue
syphilis: sífilis
pregnancy: embarazo gravidez gestación gestação
teenage: adolescente
hospital: hospital
patient: paciente
clinic: clínica
care: atención cuidado atendimento
vaccination: vacunación vacuna vacinação vacina
insurance: seguro_médico plano_de_saúde seguro_de_salud obra_social
voucher: vale bono
lead: plomo chumbo
pandemic: pandemia
death: muerte fallecimiento morte óbito
fumigation: fumigación fumigação
street: calle rua
road: carretera camino vial estrada rodovia
traffic: tráfico tránsito trânsito tráfego
crash: accidente choque siniestro acidente colisão
driver: conductor motorista chofer
licence: licencia carnet habilitação carteira licença
driving: conducir manejar conduzir
transit: autobús bus colectivo ônibus
transport: transporte_público transporte_colectivo
bike: bicicleta bici
walking: caminar peatón peatonal pedestre caminhada andar
parking: estacionamiento estacionamento
mobility: movilidad mobilidade
fine: multa
budget: presupuesto presupuestario orçamento orçamentário
participatory: participativo participativa
vote: voto votar votación votante votação
voter: elector eleitor
bond: bono_municipal título_municipal emisión_de_deuda
tax: impuesto imposto tributo predial
revenue: ingresos recaudación receita arrecadação
money: dinero dinheiro plata_pública verba
fund: fondo financiar fundo
funding: financiación financiamiento financiamento
grant: subvención subsidio beca subsídio bolsa
loan: préstamo crédito empréstimo
prize: premio prêmio
save: ahorrar ahorro economizar poupar economia
cost: costo coste custo custar costar
dollars: dólares
spend: gastar gasto
invest: invertir investir
investment: inversión investimento
contract: contrato contratación contratar contratação
procurement: compras_públicas adquisiciones licitación licitação compras
vendor: proveedor fornecedor
company: empresa compañía companhia
business: negocio negocios comercio comércio emprendimiento
small: pequeño pequeno
registering: registrar
permit: permiso alvará permissão
jobs: empleo emprego puestos_de_trabajo postos_de_trabalho
work: trabajo trabajar trabalho trabalhar obra
workforce: mano_de_obra fuerza_laboral mão_de_obra
worker: trabajadores trabalhadores obrero operário
hiring: contratar_personal contratação_de_pessoal
construction: construcción construção
skills: habilidades competencias competências capacidades
training: capacitación formación capacitação treinamento formação entrenamiento curso
train: capacitar formar treinar entrenar
school: escuela colegio escola
student: estudiante alumno estudante aluno
university: universidad universidade
education: educación educação
young: joven jóvenes jovem jovens juventud juventude
women: mujer mujeres mulher mulheres
family: familia família
poverty: pobreza
race: raza racial raça
gender: género gênero
income: ingreso renda
equity: equidad equidade
inclusion: inclusión inclusão
gap: brecha lacuna desigualdad desigualdade
vulnerable: vulnerable vulnerável
inhabitants: habitantes
residents: residentes vecinos ciudadanos moradores cidadãos
population: población população
survey: encuesta sondeo pesquisa enquete
meeting: reunión reunião
drawing: dibujo desenho
idea: idea ideia
participation: participación participação
engagement: involucramiento engajamento
animal: animal
animals: animales perros gatos animais cachorros
library: biblioteca
sport: deporte esporte
culture: cultura
service: servicio serviço
procedure: trámite procedimiento trâmite procedimento
online: en_línea online pela_internet por_internet
internet: internet
broadband: banda_ancha banda_larga
digital: digital
digitised: digitalizar digitalización digitalizou digitalização
paper: papel
app: aplicación aplicativo app
website: sitio_web sitio portal site página_web
platform: plataforma
dashboard: tablero tableros painel painéis
dataset: conjunto_de_datos conjuntos_de_datos bases_de_datos
dataset: conjunto_de_dados conjuntos_de_dados bases_de_dados
open data: datos_abiertos dados_abertos
transparency: transparencia transparência
privacy: privacidad privacidade
confidentiality: confidencialidad confidencialidade
security: seguridad_de_los_datos segurança_dos_dados ciberseguridad
quality: calidad qualidade
inventory: inventario inventário
sharing: compartir intercambio compartilhar compartilhamento
disaggregated: desagregado desglosado
qualitative: cualitativo qualitativo
map: mapa mapear
record: registro
backlog: atraso rezago acúmulo
queue: fila cola
faster: más_rápido mais_rápido agilizar
speed: velocidad rapidez velocidade
hours: horas
minutes: minutos
days: días dias
year: año ano
fell: bajar disminuir caer reducir descender cair diminuir reduzir baixar
rose: subir aumentar crecer crescer
drop: caída descenso baja queda redução reducción
rise: aumento alza incremento crescimento crecimiento
growth: crecimiento_económico
percentage: porcentaje porcentagem percentual
average: promedio média
rate: tasa taxa
number: número cantidad quantidade cifra
count: contar conteo contagem
figure: cifras números
result: resultado
outcome: resultado_final desenlace
impact: impacto
effect: efecto efeito
evaluation: evaluación avaliação
evaluate: evaluar avaliar
test: probar prueba testar teste
compare: comparar comparación comparação
evidence: evidencia prueba_científica evidência
study: estudio estudo
behavioural: conductual comportamental
goal: meta objetivo
performance: desempeño rendimiento desempenho
measure: medida medir indicador
metrics: métrica
strategy: estrategia estratégia
plan: plan plano
project: proyecto projeto
programme: programa
initiative: iniciativa
solution: solución solução
innovation: innovación inovação
team: equipo equipe
staff: personal funcionarios servidores empleados_municipales
employee: empleado empregado funcionário
mayor: alcalde alcaldesa intendente prefeito prefeita
council: concejo câmara_municipal
government: gobierno governo
official: autoridad autoridade
department: departamento secretaría secretaria
director: director diretor
head: jefe dirigir_el encabezar chefe chefiar
run: administrar gestionar dirigir operar administra gerir
pay: pagar costear
found: fundar fundó fundou creó criou
funder: financiador financista
foundation: fundación fundação
partner: socio aliado parceiro
organisation: organización organização entidad entidade
expert: experto especialista perito
country: país
region: región região
state: estado
province: provincia província
threshold: umbral límite limiar patamar
minimum: mínimo mínima
criteria: criterios critérios
standard: estándar norma padrão
level: nivel nível
silver: plata prata
gold: oro ouro
platinum: platino platina
certification: certificación certificação
certificate: certificado
certified: certificar certificada
requirement: requisito exigencia exigência
benchmark: referencia referência parámetro
assessment: evaluación_inicial diagnóstico avaliação_inicial
apply: postular solicitar inscribirse candidatar solicitar inscrever
application: postulación solicitud candidatura inscrição solicitação
step: =paso =pasos etapa =passo =passos
renewal: renovación renovação
expire: vencer caducar expirar vence
valid: vigencia válido validade vigente
recertification: recertificación recertificação
announced: anunciar anuncio anúncio
round: ronda rodada
award: reconocimiento galardón reconhecimento
help: ayudar ayuda ajudar ajuda apoyo apoio apoyar apoiar
support: acompañamiento acompanhamento
coaching: asesoría asesoramiento assessoria mentoría
free: gratis gratuito gratuita
community: comunidad comunidade
history: historia história
change: cambiar cambio mudar mudança
version: versión versão
difference: diferencia diferença
reason: motivo razón razão
cause: causar causa
mean: significar significa significado
share: proporción proporção parte
list: lista
source: fuente fonte
document: documento
report: informe relatório
news: noticia notícia
rule: regla regra
law: ley lei
ordinance: ordenanza ordenança
charter: carta_orgánica lei_orgânica
open: abrir inaugurar abriu
begin: empezar comenzar começar iniciar
end: terminar acabar
find: encontrar hallar localizar detectar achar
detect: detección detecção
use: usar usan usó usaron usado utilizar uso usam usou usaram usando
data: datos dados
people: personas gente pessoas
develop: desarrollar desenvolver desarrolló desenvolveu
carry: llevar lleva levar
do: hacer hizo hicieron hace hacen fazer fez fizeram faz fazem
lose: perder perdió perdeu perdieron
live: vivir vive viven viver vivem
burn: quemar queimar
fire: incendio incêndio
take: tomar tardar demorar tarda demora
last: durar dura duração duración
good: bueno mejor melhor bom
collect: recoger recolectar recopilar coletar
build: construir
repair: reparar arreglar consertar
improve: mejoraron melhoraram
upgrade: reforma melhoria
solve: resolver
warn: avisar alertar alerta advertir
protect: proteger
reach: alcanzar alcançar atingir
receive: recibir receber
give: dar entregar
win: ganar ganhar
want: querer
decide: decidir
choose: elegir escolher
ask: pedir preguntar perguntar
need: necesitar precisar necesidad necessidade
rehouse: reubicar realojar reassentar realocar
register: registrado cadastrar cadastro empadronar
visit: visita visitar
centre: centro
place: lugar
building: edificio prédio edifício
border: frontera
night: noche noite
nuisance: molestia
landscape: paisaje paisagem
bill: factura =contas
customer: cliente
consumption: consumo
user: usuario usuário
interaction: interacción interação contacto contato
debris: escombros entulho
vegetation: vegetación vegetação
time: =tiempo =tiempos =tempo =tempos
deadline: =plazo =plazos =prazo =prazos fecha_límite data_limite
date: =fecha =fechas qual_data que_data em_que_data date
name: =nombre =nombres =nome =nomes
cost: =precio =precios preço preços
amount: =monto =montos =suma =sumas =quantia =quantias =montante =soma =somas
risk: riesgo riesgos risco riscos
work: obras
proposals: =propuesta =propuestas =proposta =propostas
point: =ponto =pontos =punto =puntos
miles: quilômetro quilómetro kilómetro =milha =milhas =milla =millas
bridge: =puente =puentes =ponte =pontes
underpass: paso_a_desnivel paso_bajo_nivel passagem_subterrânea passagem_inferior
winners: ganadores ganadoras vencedores vencedoras
feasible: factible factibles viable viables viável viáveis
children: niños niñas =niño niña crianças criança =chicos =pibes =meninos =meninas =infancia
children: infância
unemployment: desempleo desempleados desocupación desemprego desempregados
theft: =asalto =asaltos atraco =assalto =assaltos
auto thefts: robo_de_autos robos_de_autos robo_de_coches robos_de_coches robo_de_carros
auto thefts: robos_de_carros robo_de_vehículos robos_de_vehículos roubo_de_carros roubos_de_carros
auto thefts: furto_de_carros furto_de_veículos furtos_de_veículos roubo_de_veículos
burglaries: robos_en_viviendas robos_domiciliarios robos_a_casas assaltos_a_casas
crash: =batidas =batida =atropello =atropellos
dump: microbasural microbasurales lixões =basurero =basureros tiradero
electricity: luz
street lights: alumbrado alumbrado_público luminarias farolas iluminação_pública
street lights: postes_de_luz luminárias
traffic signals: semáforo semáforos sinais_de_trânsito
paperwork: papeleo papelada burocracia
council: cabildo concejal concejales vereador vereadores câmara_de_vereadores
city: prefeitura prefeituras alcaldía alcaldías =municipalidad =municipalidades municipio municipios
city: município municípios ayuntamiento ayuntamientos intendencia
commune: comuna comunas
fee: tarifa tarifas cuota cuotas pagar_taxa alguma_taxa cobra_taxa
fine: infracción infracciones infração infrações
teenage pregnancy: madres_adolescentes mães_adolescentes
sewage: aguas_servidas desagüe esgotos
road works: bache baches obras_viales buracos_nas_ruas
pollution: esmog fumaça
grant: =auxílio =auxílios ayudas_económicas
contractors: contratista contratistas empreiteiras
track: seguimiento =monitoreo =monitoramento
fund: patrocinar patrocina quem_banca quién_banca pone_la_plata pone_el_dinero
money: =lana =guita =grana cuánta_plata sale_la_plata plata_federal la_plata_para
apply: =sumarse =sumarnos =anotarse anotarnos =apuntarse =presentarse =presentarnos postularse
apply: postularnos inscribirnos aderir
enter: entrar =ingresar =ingresan =ingressar =ingressam
part: part
take part: participar participa participan participam participaron participaram
participants: =participante participantes
score: puntaje puntajes puntuación pontuação
threshold: nota_de_corte nota_mínima punto_de_corte ponto_de_corte linha_de_corte
level: medalla medalha escalón degrau =rango =rangos
award: distinción distinção =sello =sellos =selo =selos
meet: cumplir cumple cumplen cumplimos cumplidos cumprir cumpre cumprimos cumpridos reunirse
meet: =atende =atendem =atendemos reunirnos reunir
criteria: casilla ítem item itens
groups: grupo grupos
areas: eje eixo rubro sección secciones seção seções
self-assessment: autoevaluación autoevaluaciones autodiagnóstico autoavaliação autoavaliações
experts: evaluador evaluadores avaliador avaliadores =jurado =jurados =juez jueces =auditores
comment: opinar comentar comentario comentário
public comment: consulta_pública
data breach: filtración_de_datos fuga_de_datos fuga_de_información vazamento_de_dados
data breach: vazamento_de_informações hackeo ciberataque ciberataques
data loss: pérdida_de_datos perda_de_dados
bias: sesgo sesgos viés vieses
artificial intelligence: inteligencia_artificial inteligência_artificial
sidewalk: vereda veredas =acera =aceras banqueta banquetas =calçada =calçadas
bikes: ciclovía ciclovia
audit: auditoría auditar auditoria
union: sindicato
slum: =asentamiento =asentamientos =assentamento =assentamentos
title deeds: títulos_de_propriedade
flood: crecida crecidas
sea level: nivel_del_mar nível_do_mar
camera: videovigilancia videomonitoramento =câmera =câmeras
emergency rooms: urgencias sala_de_emergencias salas_de_emergencias pronto-socorro
emergency rooms: prontos-socorros pronto_atendimento
health centres: centros_de_salud postos_de_saúde unidades_de_saúde
dengue: mosquito mosquitos
syphilis: enfermedades_de_transmisión_sexual doenças_sexualmente_transmissíveis
disease: enfermedades
gang: mara maras pandillero facção facções gangues
extortion: extorsión extorsiones extorsão
animals: mascota mascotas bicho bichos
animal services: perrera canil refugio_de_animales abrigo_de_animais protectora_de_animales
saved: =rescatar =rescatados =rescatadas rescatado =resgatar =resgatados =resgatadas resgatado
saved: =salvar =salvado =salvados =salvos
horses: =caballo =caballos =cavalo =cavalos
device: dispositivo tableta =computadora =computadoras =computador =computadores aparelho
form: formulario formulário
wait: =espera =esperar
faster: =rápido =rápidos =rápida =rápidas
driving licence: licencia_de_conducir licencias_de_conducir carnet_de_conducir carné_de_conducir
driving licence: registro_de_conducir licencia_de_manejo carteira_de_motorista cnh
driving licence: carteira_de_habilitação
registering a business: abrir_un_negocio abrir_una_empresa abrir_empresa abrir_um_negócio
registering a business: abrir_uma_empresa montar_una_empresa montar_un_negocio registrar_una_empresa
registering a business: registrar_empresa registrar_uma_empresa abrir_empresas abertura_de_empresas
registering a business: apertura_de_empresas crear_una_empresa
landscape: jardín jardines jardim jardins riego irrigação césped =gramado =gramados
bill: contas_de_água cuentas_de_agua
vote: =urna =urnas =boleta =boletas papeleta cédula
meeting: asamblea assembleia reuniões
summit: cumbre cúpula
office: oficina escritório
study: estudio estudios estudo estudos
trial: =ensayo =ensayos
comparison group: grupo_de_control grupo_de_controle grupo_de_comparación
messages: mensaje mensajes mensagem mensagens
proven: demostrado =probado =comprovado =comprobado =provado
rule: reglamento decreto
pilot: piloto
contest: concurso
cut: =recorte =recortes =corte =cortes
charge: =cobrar =cobra =cobran =cobram
lose: revocar revogar =rebaixar
under-served: carente carentes desatendidas desatendidos
under-represented: minorías minorias
peers: =pares colegas
guide: guía guías guia guias
template: plantilla plantillas
model: modelo modelos
network: red redes rede
alliance: alianza aliança
quarterly: trimestral trimestralmente cada_tres_meses a_cada_três_meses
quarter: trimestre trimestres
year: anual anuales anualmente anuais
month: =mes =meses =mês mensual mensal
week: semana semanal
hand: a_mano à_mão =manualmente
arrest: =detenidos =presos =prisões
victims: víctima víctimas vítima vítimas
crime: crímenes crimes
insurance: sin_seguro sem_seguro
ravines: barranco barrancos =quebrada =quebradas ravinas =encostas
construction: albañil albañiles pedreiro pedreiros
women of colour: mujeres_de_color mujeres_negras mulheres_negras mulheres_de_cor
drinking fountains: bebedero bebederos bebedouro bebedouros fuentes_de_agua
junctions: intersección intersecciones cruzamento cruzamentos
recycled: =tratada =tratadas reutilizar reutilizada reaproveitada reúso reuso
rehouse: relocalizar relocalizadas relocalizaron reubicadas remanejadas trasladadas mudaram
tax: evasión sonegação hacienda
half: =mitad =metade
improve: mejorar mejoró mejora mejoras melhorar melhorou melhora
death: =mortalidad =mortalidade
request: reclamo solicitudes =chamados reclamações
green: verde
shops: =tienda =tiendas loja comerciante
small businesses: =pymes mipymes microempresas pequeñas_empresas pequenas_empresas
business: emprendedor empreendedor
homeless: dormir_en_la_calle duermen_en_la_calle vivir_en_la_calle viven_en_la_calle
homeless: gente_en_la_calle situación_de_calle dormir_na_rua dormem_na_rua vivem_na_rua
homeless: população_de_rua vivendo_na_rua
eviction: echar_de_su_casa echados_de_sus_casas expulsos_de_casa perder_su_casa perder_a_casa
rental help: ayuda_al_alquiler ayuda_para_el_alquiler auxílio-aluguel aluguel_social
poverty: pobre
tidal: marea mareas maré marés
triage: triaje triagem
inhabitants: habitante
employees: empleados empregados
mobility: =moverse =desplazarse
transport: =transporte
winner: ganador vencedor
meeting: asambleas
areas: ejes
rehouse: reasentadas
arrest: detenções
water: agua_potable água_potável agua_de_la_llave água_encanada torneira canilla
internet: wifi wi-fi
heat: ola_de_calor onda_de_calor
free: de_graça
tax: iptu
road works: buracos
vote: =referendo plebiscito
lose: =quitar
saved: =adoptar =adotados =adoptados
gap: =disparidad =disparidade
coaching: tutoría
workshop: =taller =talleres
dashboard: =panel =paneles
cost: cuesta cuestan
reduce: redujo redujeron
begin: empieza empiezan comienza comienzan
invest: invierte invierten
fall: cae caen cai caem
lose: pierde pierden
choose: elige eligen eligió eligieron
find: encuentra encuentran
build: constrói constroem
die: muere mueren
sleep: duerme duermen
rise: sobe sobem
"""
