"""Words of Spanish, Italian and Portuguese that end like a deed of the first person and are none.

"Te agradezco", "ti auguro", "te vejo": what serves nobody, says what is so, or is no verb at all.
"""

STATE = """
    abbiamo abbraccio abrazo abraço acompanho adjuntamos adjunto admiro adoro agradecemos
    agradezco agradeço allego altro amo anexo animo annoio aspettiamo aspetto asseguro auguriamo
    auguro auto bacio capisco cerco chiediamo chiedo como compreendo comprendo comunicamos
    confermo confesso confirmo conheço conosco conozco consiglio convido credo creo cuando
    cumprimento debemos debo deixo dejo deseamos desejo deseo devo dico digo dito dobbiamo dou
    echo entendo entiendo ero escrevo escribo esperamos espero estoy extraño faccio feito
    felicitamos felicito foto garanto habíamos hemos ho informamos informiamo invejo invidio
    invitamos invitiamo invito juro lascio lembro llamo loro mando medio mesmo mismo molto moto
    mucho necesito nostro nuestro nuevo odio otro parezco pasado pedido pedimos penso pergunto
    peço pido pienso poco podemos possiamo posso preghiamo prego pregunto presento primero primo
    propio puedo quedo queremos quero quiero radio recordamos recordo recuerdo ricordiamo ricordo
    ringraziamo ringrazio rogamos ruego saludamos saludo salutiamo saluto sappiamo scrivo segundo
    sentimos serviamo siamo siento sigo sinto so solo sono stesso stiamo stimo sto suggerisco
    tanto tenemos tengo tenho todo ultimo vediamo vedo vejo vemos veo vogliamo voglio último
"""
