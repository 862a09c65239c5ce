"""English words of every day with what stands for them in Spanish and Portuguese.

In the form of `index.glossary_words`, which has the words of city work; entries are parted by ';'.
"""

EVERYDAY = """
january: enero janeiro; february: febrero fevereiro; march: marzo março; april: abril
may: mayo maio; june: junio junho; july: julio julho; august: agosto; september: septiembre setembro
october: octubre outubro; november: noviembre novembro; december: diciembre dezembro
spring: primavera; summer: verano verão; winter: invierno inverno; today: =hoy hoje
us: estados_unidos ee.uu eeuu eua
american: estadounidense estadunidense norteamericano norte-americano americano; america: américa
latin: latino latinoamericano latinoamérica; south: sur sul
south american: sudamericano sul-americano sudamericanas sul-americanas; north: norte
brazilian: brasileño brasileiro; mexican: mexicano; argentine: argentino; colombian: colombiano
canadian: canadiense canadense; spain: españa espanha; canada: canadá; brazil: brasil
mexico: méxico; abroad: extranjero exterior estrangeiro; world: mundo mundial
city: ciudad ciudades cidade cidades ciudadela cidadezinha; town: pueblo aldea cidadezinhas vila
first: =primer =primera =primero =primeras =primeros =primeira =primeiro =primeiras =primeiros
first: inicial iniciales iniciais; second: =segunda =segundo
third: tercera tercero terceira terceiro; latest: =última =último =últimas =últimos reciente recente
next: =próxima =próximo =siguiente seguinte; highest: =máxima =máximo =tope =topo más_alto mais_alto
lowest: más_bajo mais_baixo; half: medio metade; double: doble dobro duplicar dobrar duplicarse
three: tres três; four: cuatro quatro; five: cinco; six: seis; seven: siete sete; eight: ocho oito
nine: nueve nove; ten: diez dez; thousand: =mil; million: millón millones milhão milhões
hundred: cien cem cientos; day: =día =dia; day to day: día_a_día dia_a_dia; years: =años =anos
month: =mês; age: =edad =edades =idade =idades; old: viejo antiguo antiga antigo velho
new: nuevo nuevas novo =nueva =nova =novas =novos; now: actualidad atualidade
later: más_tarde mais_tarde después_de; since: a_partir_de; ago: atrás; early: temprano cedo
late: tarde; past: pasado passado; future: futuro; often: frecuencia frequência frequente
quarterly: trimestralmente; big: grande; large: =grandes; bigger: =mayor =mayores =maior =maiores
smaller: =menor =menores; less: =menos; high: =alto =alta =altos =altas
low: =bajos =bajas =baixo =baixa; long: largo longo
short: corto curto quedarse_corto nos_quedamos_cortos; better: mejores melhores; best: =óptimo
worst: =peor =pior =peores =piores; safe: seguro; easy: fácil; hard: difícil
clean: limpio limpo limpiar; strong: fuerte forte; main: principal; single: único única
special: especial; whole: entera entero inteira inteiro; full: completo =lleno =cheio; same: igual
different: diferente distinto; key: clave chave; legal: legal; private: privado
independent: independiente independente; technical: técnico; exact: exacto exato
economic: económico econômico; social: social; strategic: estratégico; rigorous: riguroso rigoroso
federal: federal; national: nacional; local: local; municipal: municipal; urban: urbano
international: internacional; global: global; central: centro_de_la_ciudad
priority: prioridad prioridade prioritario prioritário; extreme: extremo; violent: violento
domestic: doméstico; system: sistema; process: proceso processo; problem: problema
policy: política políticas; tool: herramienta ferramenta; software: programa_informático
access: acceso acesso acceder acessar; portal: portal; page: página; file: archivo arquivo
records: expediente expedientes; database: banco_de_datos banco_de_dados
analysis: análisis análise analizan analisam; analysed: analizar analisar
analytics: analítica analítico; technology: tecnología tecnologia; science: ciencia ciência
phone: teléfono telefone celular; photo: foto fotografía; images: imagen imágenes imagem imagens
automated: automático automatizado; update: actualizar actualización atualizar atualização
text: texto mensaje_de_texto; article: artículo artigo; newspaper: periódico diario jornal
press: prensa imprensa; media: medios mídia; radio: =radio =rádio; interview: entrevista
calendar: calendario calendário; summary: resumen resumo; detail: detalle detalhe
example: ejemplo exemplo; case: =caso; cases: =casos; list: listado
name: llamar chamar llamado apellido; task: tarea tarefa
role: rol papel_de función funciones função funções
responsible: responsable responsável encargado encarregado; leader: líder
member: miembro membro integrante; career: carrera carreira; adult: adulto
neighbours: =vecino vizinho; youth: adolescentes juvenil; author: autor; founder: fundador
representative: representante; senator: senador; secretary: secretario secretário
manager: gerente gestor; citizen: ciudadano cidadão; police: agente
court: juzgado tribunal corte_de_justicia justicia justiça; judge: fiscal; lawyer: abogado advogado
hall: ayuntamientos; agency: agencia agência; institute: instituto; committee: comité comitê
sector: sector setor; public: público; civic: cívico; manage: manejar_datos gestión gestão
commitment: compromiso compromisso; values: valores; knowledge: conocimiento conhecimento
capacity: capacidad capacidade; progress: avance progreso avanço progresso avanzar avançar
success: éxito sucesso logros; benefit: beneficio benefício beneficiar; damage: daño =dano estrago
danger: peligro perigo peligroso; mistake: error erro errar equivocarse
wrong: incorrecto errado equivocado; true: verdadero; action: acción ação
activity: actividad atividade; effort: esfuerzo esforço; challenge: desafío reto desafio
opportunity: oportunidad oportunidade; option: opción opção; choice: elección
window: ventana janela; door: puerta porta; key data: datos_clave; trend: tendencia tendência
category: categoría categoria; factor: factor fator; indicators: indicador indicadores
statistics: estadística estatística; sum: suma soma; size: tamaño tamanho; length: longitud
square: cuadrado quadrado; metre: =metro =metros; ton: tonelada; gallon: galón galones galão galões
litre: litro; hectares: hectárea hectare; show: mostrar muestra mostrou mostró mostra
call: llamada chamada; say: afirmar decía; write: escribir escrever escribió escreveu redactar
read: leer leyó ler leu =leí =li; listen: escuchar escuchó ouvir ouviu ouviram; speak: =habló
see: ver_claro; know: conocer conocido conhecer; understand: entender comprender compreender
learn: aprender aprendizaje aprendizado; teach: enseñar ensinar
answered: responder respondieron responderam; respond: atendido atender
check: revisar verificar comprobar conferir checar revisión revisão; review: repasar
monitor: monitorear monitorar vigilar; approve: aprobar aprovar aprobó aprovou
accept: aceptar aceitar; reject: rechazar rejeitar recusar reprobar reprovar
submit: presentar entregue entregues enviar; send: mandar mandó mandou enviado envió enviou
launch: lanzar lançar lanzó lançou; design: diseñar diseño desenhar
create: crear criar creado criado; produce: producir produzir; publish: publicar publicó publicou
publisher: editor; expand: ampliar expandir ampliación; extend: extender extendido estender
replace: reemplazar sustituir substituir; remove: quitado retirar remover eliminar; clear: despejado
avoid: evitar; stop: =parar frenar frenado detener =parada; close: cerrar fechar cerrado
hold: sostener mantener manter mantiene mantém; keep: guardar conservar; lay: tender_cables
install: instalar instalado; connect: conectar conectado; share: =comparten; exchange: intercambiar
join: unirse sumar somar ingreso_de juntar =adherir; leave: =salirse abandonar; move: mover
move up: subir_de_nivel subir_de_nível ascender promover; hang: =colgar; wait: aguardar
earn: obtener obtuvo obteve obtuvieron obter obtiveram ganar ganhar =gana =ganha =ganan =ganham
achieve: alcance logro; gain: adquirir; reward: recompensa; honour: honrar honor
celebrate: celebrar festejar comemorar; suspend: suspender suspendido suspenso suspensa
allocate: destinar destina asignar asigna alocar; raise: recaudar recaudó arrecadar arrecadou
buy: adquirir_bienes comprar compró comprou; sell: vender venta venda; charge: cobró cobrou cobraron
paid: pagó pagou pagaron pagaram; invest: invirtió investiu; spent: gastó gastou gastaron gastaram
lend: prestar emprestar; cash: efectivo; profit: ganancia lucro; debt: deuda dívida
fine: sanción multado; salary: sueldo salario salário
demand: exigir exige exigen exigem pide piden pedem; must: obligatorio obrigatório obligación
recommend: recomendar; require: requerir requiere requer; allow: permitir permite
ban: prohibir proibir; consider: considerar; determine: determinar; discuss: discutir
promise: prometer promesa promessa; measure: =mide =miden =mede =medem; compare: comparado
fight: luchar combatir combater lucha pelear luta; attack: atacar ataque; kill: matar
die: morir morrer murieron morreram; born: nacer nascer nacieron nasceram; sick: enfermo doente
sleep: dormir; eat: comer comida; food: alimento alimentos; play: jugar brincar; walk: paseo passeio
drive: manejan; travel: viajar viaje viagem; stay: permanecer; return: regresar
begin: empezó comenzó começou iniciou; end: terminó terminou
finish: acabaron prontos listos terminado concluído
run: quién_lleva quién_maneja lleva_la_certificación quem_toca quem_conduz quem_cuida gestiona
run: lleva_el_programa toca_o_programa funcionar funciona funcionan; depends: depender dependa
beach: playa praia; land: tierra terra terreno; hill: cerro colina morro; space: espacio espaço
underground: subterráneo; pipe: tubería cañería cano; plastic: plástico; carbon: carbono
truck: camión caminhão camiones caminhões; car: auto carro coche autos carros; image: retrato
weather: clima_extremo tiempo_atmosférico; fever: fiebre febre; sexual: sexual; infant: bebé bebê
treatment: tratamiento tratamento; welfare: bienestar bem-estar; leisure: ocio lazer
game: juego jogo; language: idioma lengua língua; literacy: alfabetización alfabetização
grade: grado grau =nota; diploma: título diploma; class: clase aula; workshop: oficinas
logo: logotipo insignia; ceremony: ceremonia cerimônia; speech: discurso; event: evento
party: fiesta festa; group: =bloque =bloques; block: manzana quarteirão; corridor: corredor
lane: carril faixa; line: línea linha; validity: validez
appeal: apelar apelación recurso recorrer impugnar; complaint: queja quejas queixa; secret: secreto
checklist: checklist; roadmap: hoja_de_ruta; next steps: próximos_pasos; fail: fallar falhar
part: =partes; cover: cubrir abarcar abranger cobrir; slide: diapositiva
insurance: =seguros del_seguro do_seguro de_seguro el_seguro o_seguro um_seguro un_seguro
per year: por_año al_año por_ano ao_ano cada_año cada_ano anualmente; months: =meses
per month: por_mes al_mes por_mês ao_mês cada_mes cada_mês; weeks: =semanas
per day: por_día por_dia; way: en_camino a_caminho
assess: =evaluado =evaluada =evaluados =evalúan =evalúen =avaliado =avaliada =avaliados =avaliam
assessment: hiciste_la_evaluación fez_a_avaliação hicimos_la_evaluación fizemos_a_avaliação
assessment: pasamos_por_la_evaluación
not certified: no_pasó no_pasa no_pasamos não_passou não_passa não_passamos no_nos_certificaron
not certified: no_te_certificaron sin_certificar sem_certificação reprobó reprobamos foi_reprovado
not certified: no_alcanzamos no_llegamos não_alcançamos não_conseguimos não_chegamos no_alcanza
let: deixar dejar dejó deixou permitieron; smart: inteligente; free: libre livre
think: =creen =acham =achava =achavam creían opinaban
fell: caiu caíram cayó cayeron; rose: cresceu creció subiu subió
"""
