"""English words of city work with what stands for them in Spanish and Portuguese.

One English word a line; behind the colon its Spanish and Portuguese forms, those of several words
with '_' between them. Endings need not be listed: words are compared by their stems.
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
home: hogar hogares casa casas lar lares
homeless: sin_hogar sin_techo personas_en_situación_de_calle desabrigado na_rua
homeless: sem-teto sem_teto sem_casa moradores_de_rua em_situação_de_rua
shelter: refugio albergue abrigo
rent: alquiler arriendo renta aluguel alugar alquilar
tenant: inquilino arrendatario locatário
eviction: desalojo desahucio despejo desalojar desahuciar despejar
household: domicilio domicílio
title deeds: títulos_de_propiedad escritura escrituras escrituração
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
transit: transporte_público transporte_colectivo autobús colectivo ônibus
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
registering: registrar abrir_una_empresa abrir_um_negócio
registering: abrir_empresa abertura_de_empresas apertura_de_empresas
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
child: niño niña criança
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
portal: portal
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
council: concejo ayuntamiento câmara_municipal
city hall: alcaldía municipalidad prefeitura
government: gobierno governo
official: funcionario autoridad autoridade
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
self-assessment: autoevaluación autoavaliação
apply: postular solicitar inscribirse candidatar solicitar inscrever
application: postulación solicitud candidatura inscrição solicitação
step: paso etapa passo
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
improve: mejoraron melhoraram mejoró melhorou
upgrade: mejora reforma melhoria
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
tide: marea maré
landscape: paisaje paisagem
bill: factura conta
customer: cliente
consumption: consumo
user: usuario usuário
interaction: interacción interação contacto contato
debris: escombros entulho
vegetation: vegetación vegetação
"""
