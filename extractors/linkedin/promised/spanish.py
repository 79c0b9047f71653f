"""Promises in Spanish."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.promised.romance import STATE
from extractors.linkedin.sentences import alternatives

SPANISH = language(
    """
        la lo te le os les voy vamos mando envío envio reenvío paso doy digo cuento aviso llamo
        escribo respondo contesto confirmo busco consigo presto llevo traigo acerco
        dejo(?=_(?:el|la|los|las|un|una|esto|todo)) hago pongo presento conecto recomiendo
        reservo preparo comparto añado corrijo reviso miro leo averiguo compruebo verifico
        pregunto consulto hablo informo encargo ocupo devuelvo recojo subo exporto cuenta
        fotocopio contacto organizo termino déjame dejame permítame permíteme deja deme prometido
        prometo volveremos su sus tu tus tendrá tendrás recibirá recibirás enviaré mandaré haré
        pondré presentaré daré diré leeré hablaré intentaré trataré preguntaré buscaré escribiré
        llamaré pasaré revisaré miraré avisaré consultaré contactaré informaré confirmaré
        remitiré prepararé compartiré recomendaré llevaré traeré veré estudiaremos enviaremos
        mandaremos sale me
    """,
    alternatives(
        r"""
        <you><it><deed>
        <you><it>(?!<state> )<verb>
        (?:te|le|os|les) (?!<state> )+(?:amos|emos|imos)
        (?:yo|ya) <deed>|<deed> yo
        (?:y|luego|después) <deed> … (?:para ti|para usted|a todos|por ti|os|les)
        estoy en ello|(?:os|te|le|les) hago un hueco
        haré … (?:por ti|por usted|para ti)
        (?:os|te|le|les) (?:lo |la |los |las )?(?!<idle> )+ré
        (?:os|te|le|les) (?:lo |la |los |las )?(?!<idle> )+remos
        (?:te|le|os|les) (?:preparamos|mandamos|enviamos|hacemos|damos|pasamos|contactamos) … +
        <sure>
        (?!<idle> )+ré … <yours>|(?:lo|la|los|las) (?!<idle> )+ré
        (?!<idle> )+remos … <yours>
        (?:voy|vamos) a + … <yours>
        <future>
        (?:voy|vamos) a <serve>
        (?:voy|vamos) a (?!<idle>)+(?:ar|er|ir)(?:te|le|os|les|telo|tela|telos|telas|selo|sela|
        selos)
        (?:te|le|os|les) (?:lo |la )?(?:voy|vamos) a (?!<idle>)+(?:ar|er|ir)
        volveremos a +|volveré a (?:contact|escrib|llam|mand|envi)+
        te escribo para (?:fijar|quedar|concretar|cerrar|confirmar)
        (?:déjame|dejame|déjeme|permítame|permíteme|deja que|permita que) <look>
        (?:me|yo me|ya me) (?:encargo|ocupo|encargaré|ocuparé|informo|informaré|enteraré|entero)
        (?:me pongo|me pondré|nos ponemos|nos pondremos) (?:en contacto|con ello|a ello)
        (?:estoy preparando|estoy buscando|estoy redactando) … +
        (?:tendrá|tendrás|recibirá|recibirás|tienes|tiene) (?:mi|mis|nuestro|nuestra|noticias) +
        (?:tendrá|tendrás|recibirá|recibirás|tendréis) … (?:mía|mías|de mi parte|<when>)
        (?:lo tienes|lo tendrás|la tienes|los tienes) … <when>
        te (?:llega|llegan|llegará|llegarán) … (?:de mi parte|<when>)
        (?:cuenta|cuente) (?:con ello|conmigo)|dalo por hecho
        (?<=^ )(?:te lo |lo )?(?:prometido|prometo)(?= )|te lo prometo|le prometo
        (?:factura|paquete|carta|pedido|muestra) (?:sale|saldrá) … <when>
        no dejaré de +
        """,
        {
            "you": "(?:te_|le_|os_|les_|los_|las_|se_(?=lo|la))",
            "yours": "tu tus su sus contigo ti usted ustedes vuestr+",
            "it": "(?:lo_|la_|los_|las_)?",
            "deed": """
                mando envío envio reenvío reenvio paso doy digo(?!_(?:yo)) cuento aviso llamo
                escribo(?!_(?:para|por|porque|de_nuevo|desde|sobre|en_relación|respecto|
                con_motivo|otra)) respondo contesto busco consigo presto llevo traigo acerco dejo
                hago pongo presento(?!_(?:mis)) conecto recomiendo reservo preparo comparto añado
                corrijo reviso miro leo averiguo compruebo informo devuelvo recojo subo exporto
                fotocopio organizo propongo vuelvo_a_+ invito(?!_(?:a)) apunto facilito
                hago_llegar incluyo resuelvo confirmo(?=_(?:en|mañana|luego|hoy|esta))
                confirmo(?=_$) digo(?=_$) escribo(?=_$) envío(?=_$)
                """,
            "idle": """
                ser_ estar_ quedaré recordaré seré tendré podré iré usaré llegaré veré vemos verá
                olvidaré echaré reconoceré aburrir extrañar extrañaré esperaré agradeceré
                agradeceremos aburr+ molest+ echar ver(?:te|le|os|les) estaré ech+ agradecer+
                conocer+
                """,
            "sure": """
                pregunto_(?:en|a|por|al)
                (?:mando|envío|reenvío|preparo|subo|averiguo|gestiono|tramito|redacto)_+
                reservo_+ compruebo lo_(?:compruebo|consulto|averiguo|miro|veo_con) corrijo_+
                contacto_con_(?!usted|ustedes|nosotros)+ dejo_una averiguo_+
                consulto_(?:con|a|al) reviso_(?:el|la|tu|su|los) hago_la_intro le_pregunto
                miro_(?:tu|el|la|si|a_ver) hablo_(?:con_+|hoy|mañana) escribo_a_+ termino_+
                comparto_tu contesto_(?:a_)?todas comparto_luego exporto_+ preparo_+ veo_con
                me_lo_apunto lo_pienso_y_+ hago_de_puente organizo_+ comparto_(?:el|la|lo)
                confirmo_en_+
                """,
            "future": """
                haré_(?:llegar|que|las|la|lo|de|todo|una) presentaré leeré intentaré_+ trataré_de
                preguntaré_(?:a|en|por) hablaré_(?:con|bien|de) enviaré mandaré
                pasaré_(?:tu|su|el|la|a_+) daré_(?:tu|su|una|noticias) diré_(?:a|que|algo)
                escribiré_(?:a|la|el|una) buscaré consultaré revisaré avisaré contactaré
                informaré prepararé compartiré recomendaré pondré_en pondré_una
                llamaré_(?:a|al|mañana|luego) averiguaré confirmaré estudiaremos enviaremos
                mandaremos haremos_(?:llegar|lo) organizaré remitiré propondré
                """,
            "serve": """
                ver_(?:qué|que|si|cómo) buscar preguntar mirar hablar consultar intentar insistir
                organizar reunir revisar comprobar averiguar enviar mandar pasar preparar
                escribir llamar presentar recomendar compartir contactar poner
                hacer_(?:de|la|lo|que|todo|una) reservar conseguir corregir informarme confirmar
                dar_+ leer_(?:tu|su|el) pedir_+_a
                """,
            "state": STATE,
            "verb": r"\w{3,}o",
            "look": """
                mirar ver consultar preguntar revisar buscar presentar comprobar hablar pensar
                consultarlo mirarlo pensarlo verlo presentarte presentarle que_+ +te +lo
                te_presente verificar hacer
                """,
            "when": """
                antes mañana hoy esta_+
                el_(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) la_(?:semana|próxima)
                en_(?:breve|tu|su|unos) luego pronto a_más_tardar para_el_+
                """,
        },
    ),
    alternatives(
        r"adjunto|adjunta|en anexo|aburrir+|comparto (?:piso|casa|tu opinión|su opinión)"
        r"|no(?! dejaré)|nunca|nadie|jamás|ningún|tampoco"
    ),
)
