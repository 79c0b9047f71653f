"""Promises in Portuguese, of Brazil and of Portugal."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.promised.romance import STATE
from extractors.linkedin.sentences import alternatives

PORTUGUESE = language(
    """
        seu sua seus suas teu tua conta conte te lhe lhes vou vamos mando envio encaminho passo
        dou digo aviso ligo escrevo respondo conto falo retorno volto trato vejo verifico
        confirmo procuro arranjo acho consigo empresto levo trago deixo ponho coloco apresento
        conecto recomendo indico reservo marco preparo partilho compartilho adiciono corrijo
        reviso leio pergunto consulto informo encarrego-me resolvo transfiro reenvio exporto
        fotocopio termino organizo faço deixa deixe-me permita-me me prometo pode enviaremos
        farei lerei mandarei encaminharei colocarei enviarei terei voltaremos preparamos damos
        terá terás receberá você recebe enviar-lhe-ei envio-te mando-te mando-lhe aviso-te
        dou-lhe escrevo-te escrevo-lhe digo-te levo-te conto-te empresto-te apresento-te
        apresento-a apresento-o ligo-te fotocopio-te informo-vos fá-lo-ei apresentá-lo-ei
        apresentá-la-ei entro entrarei segue sai seguem chegam-te não estou reembolsarei direi
        passo-te envio-lhe respondo-te ligo-lhe entrego-te
    """,
    alternatives(
        r"""
        (?:te|lhe|lhes|vos|já te|vou te|vou-te|o|a) <deed>
        (?:te|lhe|lhes|vos) (?!<state> )<verb>
        (?!<state>-)<verb>-(?:te|lhe|lhes|vos|ta|to|tas|tos|lho|lha)(?:-+)?
        (?!<state>-)<verb>-(?:o|a|os|as) (?:ao|à|no|na|para|pra|amanhã|hoje)
        (?:eu|já|também) <verb> … (?:pra|para|por) (?:você|vocês|ti|vc|si)
        estou (?:tratando|a tratar)
        eu <deed>|<deed> eu
        (?:vou|vamos) servir de
        (?:ligamos|enviamos|mandamos|preparamos|respondemos|entramos) … (?:de volta|para|
        em contat?c?to|+)
        (?:vou|vamos) … (?:por|pra|para) (?:você|vocês|ti|vc|si)
        (?:depois|logo|já) (?:te )?<deed>
        faço-(?:te|lhe|vos)|<deed>-<clitic>(?:-<clitic>)?
        +-(?:lhe|te|vos|lo|la|los|las|o|a)s?-(?:ei|emos)
        (?:te|lhe|lhes|vos) (?!<idle> )+(?:rei|remos)
        (?:vou|vamos|vou-te|vou-lhe) (?:te |lhe |lhes |vos |me |já )?<serve>
        (?:vou|vamos)(?:-vos|-te|-lhe| te| lhe| lhes| vos) (?!<idle> )+(?:ar|er|ir|or|ando|endo)
        (?:vou|vamos) (?!<idle>)+(?:ar|er|ir|or|á|ê|ô)-(?:te|lhe|lhes|vos|o|a|lo|la|los|las)
        <deed> … (?:pra|para|a|com|ao|à) (?:ti|você|vocês|o senhor|a senhora|si|vc|vcs|contigo)
        <deed> … (?:contigo|consigo|convosco|com você|com vocês|pra ti)
        <sure>
        (?!<idle> )+(?:rei|remos) … <yours>|(?:conta|conte) comigo|trato de que|vou garantir
        (?:vou|vamos) (?!<idle> )+ … <yours>
        <future>
        (?:deixa eu|deixe-me|deixa-me|me deixa|me deixe|permita-me|permite-me) (?:te |
        lhe )?<look>
        (?:entro|entrarei|entramos|entraremos) em contat?c?to
        encarrego-me de|(?:eu )?trato (?:disso|de tudo|do assunto)|eu trato|eu resolvo
        me encarrego
        (?:estou|tô) preparando … +|estou a preparar … +
        (?:terá|terás|receberá|receberás|terão) … (?:meu|minha|minhas|meus|nosso|nossa|de mim|
        <when>)
        (?:você|vc|o senhor|a senhora|tu) (?:terá|tem|recebe|receberá|tens|recebes) … (?:de mim|
        <when>)
        (?:chega|chegam|chegará|chegarão)-(?:te|lhe) … <when>
        está na (?:tua|sua) … <when>
        (?:pode|podes) contar (?:com|comigo)|(?:pode|podes) deixar(?: comigo)?(?= $)
        (?<=^ )(?:te |eu )?prometo(?= )|prometo que
        (?:fatura|encomenda|pacote|carta) (?:sai|segue|vai) … <when>
        não deixarei de
        """,
        {
            "yours": "teu tua teus tuas seu sua seus suas você vocês vc contigo ti",
            "clitic": "(?:te|lhe|lhes|vos|o|a|os|as|lo|la|los|las|mo|to|lho|lha|nos)",
            "deed": """
                mando envio encaminho passo dou digo aviso ligo respondo conto falo retorno trato
                escrevo(?!_para_|_porque|_sobre|_por) procuro arranjo consigo empresto levo trago
                deixo ponho coloco apresento(?!_as_minhas) conecto recomendo indico reservo marco
                preparo partilho compartilho adiciono acrescento corrijo reviso informo transfiro
                reenvio exporto fotocopio faço pego busco reservo entrego organizo devolvo
                volto_a_falar mostro proponho resolvo
                """,
            "idle": """
                estarei serei terei poderei irei lembrarei esquecer+ verei reconhecer+ agradecer+
                aguardar+ aguardarei esper+ chate+ incomod+ ver rever perder sentir ser estar
                mudar ir indo ter serei seremos
                """,
            "sure": """
                (?:mando|envio|encaminho|reenvio|redijo|providencio|verifico|procuro_o)_+
                encaminho_(?:o|a|os|as|seu|sua|já) reservo_+
                pergunto_(?:no|na|à|ao|a|para|pra|por) confirmo(?=_$) vejo_(?:isso|com|o|a|se|já)
                verifico_+ verifico(?=_$) corrijo_+ respondo(?=_$) respondo_(?:a|com|já|em|hoje)
                volto_a_falar retorno_+ consulto_+ transfiro_+ compartilho_(?:com|o|a) reviso_+
                reenvio_+ termino_+ exporto_+ preparo_+ apresento_+
                faço_(?:a_intro|a_ponte|as_apresentações|chegar|o_possível)
                escrevo_(?:aos|ao|à|às|a_+|já) falo_(?:com|hoje) consigo_(?:a|o|um|uma)_
                ligo_(?:assim|amanhã|logo|hoje|mais) ligo_os_dois conecto_+
                envio_(?:o|a|os|as|hoje|amanhã|já|ainda) mando_(?:o|a|os|as|hoje|amanhã|já|pelo)
                subo_+ coloco_+ deixo_(?:na|no|uma) eu_reservo damos_(?:uma|um|a)
                preparamos_(?:um|uma|o|a) aviso(?=_$) aviso_(?:assim|quando|logo) direi_com
                """,
            "future": """
                farei_(?:chegar|o|as|a|de|com) lerei mandarei encaminharei colocarei enviarei
                apresentarei reembolsarei direi_+ perguntarei_(?:ao|à|a) tentarei_+
                passarei_(?:o|a|seu|sua) responderei enviaremos mandaremos faremos_(?:chegar|o)
                voltaremos_+ daremos_+ avisarei confirmarei verificarei consultarei prepararei
                recomendarei partilharei compartilharei contatarei contactarei organizarei
                colocaremos informarei
                """,
            "serve": """
                ver_(?:o|que|se|isso|com) procurar perguntar olhar falar consultar tentar cobrar
                organizar juntar verificar checar averiguar enviar mandar passar preparar
                escrever ligar apresentar recomendar partilhar compartilhar contatar contactar
                pôr colocar fazer_(?:a|o|com|de|uma|chegar) reservar conseguir corrigir informar
                confirmar dar_+ ler_(?:o|a|com|teu|seu) me_informar saber_(?:do|da|se|o) achar
                encaminhar avaliar comentar pensar_e dizer_(?:para|a|ao|que) indicar adicionar
                responder transferir resolver pedir_(?:ao|à|para) arranjar subir retornar
                """,
            "state": STATE,
            "verb": r"\w{3,}o",
            "look": """
                olhar ver verificar consultar perguntar apresentar procurar checar pensar falar
                confirmar conversar buscar dar_+
                """,
            "when": """
                até amanhã hoje esta_+ na_(?:segunda|terça|quarta|quinta|sexta|semana|próxima)
                antes no_(?:sábado|domingo|máximo) em_breve logo em_+_dias o_mais_tardar ainda_+
                à_(?:tarde|noite)
                """,
        },
    ),
    alternatives(
        r"em anexo|anexo|segue em|seguem em|segue o|não(?! deixarei)|nunca|ninguém|jamais|nem"
        r"|eu poderia|ele|ela|eles|elas|já dei|poderia"
    ),
)
