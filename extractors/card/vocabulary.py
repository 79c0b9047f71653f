"""Words that tell what a line of a card is; folded (small letters, no accents), many languages.

General vocabulary of the trade: no names of people, companies or places beyond countries.
"""

import re
from typing import Final


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


TITLE_WORDS: Final = word_set(
    """
    accountant adviser advisor agent ambassador analyst architect artist assistant associate
    attorney auditor author barrister broker buyer captain ceo cfo chair chairman chairperson
    chairwoman chef chief cio clerk cmo coach commissioner consultant contractor controller
    coo coordinator counsel counsellor cpo creator cto curator dean dentist deputy designer
    developer diplomat director dispatcher doctor driver economist editor educator electrician
    engineer entrepreneur estimator examiner executive expert facilitator fellow founder
    cofounder freelancer geologist guide head inspector instructor intern investigator investor
    journalist judge jurist lawyer lead leader lecturer librarian machinist magistrate
    maker manager md minister musician notary nurse officer operator organizer organiser owner
    paralegal partner pastor pharmacist photographer physician physicist planner pilot
    president principal producer professor programmer programmierer promoter prop proprietor
    proprietrix psychologist purchaser realtor receptionist recruiter registrar reporter
    representative rep researcher researchscientist salesman salesperson scientist secretary
    specialist stylist strategist superintendent supervisor surgeon surveyor svp teacher
    technician technologist therapist title trainer translator treasurer trustee tutor
    undersecretary underwriter vp avp evp vice writer
    abteilungsleiter anwalt architektin assistentin berater beraterin bereichsleiter
    geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrender gesellschafter inhaber inhaberin
    ingenieur ingenieurin kundenberater leiter leiterin mitarbeiter projektleiter prokurist
    prokuristin rechtsanwalt rechtsanwaltin referent referentin steuerberater teamleiter
    vertrieb vertriebsleiter vorsitzender vorstand
    adjoint associe avocat charge chargee chef cheffe conseiller conseillere consultante
    delegue directeur directrice enseignant fondateur fondatrice gerant gerante ingenieure
    medecin notaire president presidente redacteur responsable secretaire technicien
    abogado administrador arquitecto asesor comercial consejero consultora coordinador
    coordinadora director directora encargado ejecutivo especialista fundador gerente
    ingeniero ingeniera jefe jefa presidenta profesor profesora responsable socio socia
    vendedor vicepresidente
    amministratore architetto avvocato consulente direttore direttrice fondatore impiegato
    ingegnere presidente responsabile ricercatore socio titolare venditore
    adviseur bestuurder directeur eigenaar hoofd ingenieur medewerker oprichter
    verkoper voorzitter zaakvoerder
    administradora advogado analista arquiteto assessor diretor diretora engenheiro
    engenheira fundadora gestor gestora supervisora
    baskan danisman mudur muduru muhendis uzman uzmani yonetici koordinator avukat genel
    kierownik dyrektor prezes specjalista inzynier wlasciciel doradca
    direktor direktorka jednatel manazer reditel inzenyr
    agronom jefatura toimitusjohtaja paallikko konsult projektledare saljare ordforande
    radgivare styrelseordforande daglig leder radgiver
    """
)
TITLE_ENDINGS: Final = (
    "leiter",
    "leiterin",
    "berater",
    "beraterin",
    "ingenieur",
    "fuhrer",
    "fuhrerin",
    "manager",
    "direktor",
    "meister",
    "anwalt",
    "chef",
    "sjef",
    "ledare",
    "johtaja",
    "paallikko",
)
AGENT_ENDINGS: Final = (
    *("er", "or", "ist", "ian", "ant"),  # English; much of it German and Dutch too
    *("erin", "orin", "istin", "eur", "aar", "ster"),
    *("euse", "trice", "iste", "ien", "ienne", "ora", "ista", "ero", "era", "ore"),
    *("nik", "nica", "arz", "arka", "ar", "tor", "torka"),
)
SENIORITY_WORDS: Final = word_set(
    """
    senior sr junior jr managing general regional national global international assistant asst
    associate deputy joint group principal chief executive sales marketing technical project
    product software hardware customer account business development design research operations
    financial creative art independent certified registered licensed staff lead customer
    support service human resources it data
    """
)
DEPARTMENT_WORDS: Final = word_set(
    """
    department dept division div section faculty unit team bureau directorate branch laboratory
    lab committee desk
    abteilung bereich fachbereich fakultat referat departement direction service departamento
    facultad division direccion dipartimento ufficio afdeling departament wydzial bolum bolumu
    fakultesi mudurlugu
    """
)
LEGAL_FORMS: Final = word_set(
    """
    ltd limited llc llp lp inc incorporated corp corporation plc pvt pty pte gmbh ag kg kgaa ohg
    gbr ug ev se sa sas sarl sl slu srl spa sro sp zoo bv nv vof cv ab oy oyj as asa aps kft zrt
    bt doo ooo oao zao ojsc jsc kk gk bhd sdn lda ltda eireli cia co company anonim sirketi sti
    tbk ky kb eg eurl sasu snc sca scs bvba cvba sprl
    """
)
LEGAL_CJK: Final = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|財団法人|社団法人|学校法人|法人|公司|集团|集團|銀行|银行|大学|大學|"
    r"研究所|研究院|研究室|事務所|事务所|病院|医院|醫院|協会|协会|組合|学校|商店|工業|製作所|主式会社|주식회사|"
    r"유한회사|은행|대학교|연구소|협회|재단|\(주\)|그룹|センター|ホールディングス|グループ"
)
ORGANISATION_WORDS: Final = word_set(
    """
    academy advisors advisory agency airlines airways analytics apparel architects associates
    association auto automotive bakery bank boutique brewery brothers builders building
    cafe capital care caterers catering center centre chamber chemicals cleaning clinic clinics
    club college communications company concepts conglomerate constructions construction
    consultancy consultants consulting contractors cooperative cooperation council creations
    creative dental designs developers development digital distributors dynamics electric
    electricals electronics emporium energy engineering engineers enterprise enterprises
    entertainment equipment estate exporters exports express fashion federation films finance
    financial firm fitness florist foods foundation furniture gallery garage garments global
    graphics group guild gym hardware healthcare holding holdings homes hospital hospitals
    hotel hotels house imports industrial industries infotech infrastructure innovations
    institute institution instruments insurance interiors international investment investments
    jewellers jewelry kitchen laboratories labs landscaping law library logistics machinery
    machines magazine management manufacturing marketing markets materials mechanical media
    medical metals mills ministry mobile motors movers museum music national network networks
    office oil optics organisation organization packaging packers paints partners partnership
    parts pharma pharmaceuticals pharmacy photography plastics plumbing power press printers
    printing products production productions project projects properties property publications
    publishers publishing realty records rentals repair research resort restaurant resources
    retail robotics roofing salon school sciences security services shipping shop society
    software solar solutions spa sports stationery steel store stores studio studios supplies
    supply systems tech technologies technology telecom textiles theatre tools tours toys traders
    trading training transport travel travels trust union university ventures video wealth web
    wines wireless works workshop
    bau handel handels technik werk werke verlag verein verband universitat hochschule institut
    gesellschaft gruppe bank sparkasse stiftung praxis kanzlei klinik klinikum
    societe groupe universite ecole banque cabinet conseil etablissements ministere
    universidad instituto grupo banco escuela fundacion sociedad asociacion ministerio
    universita istituto gruppo banca studio societa fondazione universidade
    universiteit hogeschool stichting groep universitesi bankasi holding uniwersytet fundacja
    """
)
SLOGAN_WORDS: Final = word_set(
    """
    your our we you us is are be the a an for with that this all best better quality since from
    every more than always never where who what why how when make makes making get your it its
    their to by at on tag line slogan tagline services service solution specialists specialist in
    dealers deals manufacturers suppliers authorised authorized distributor exclusive retailer
    member subsidiary association scanned scan me follow visit call today est established
    certified iso accredited approved reg registered trademark patented provider follow
    """
)
SLOGAN_PHRASES: Final = re.compile(
    r"^\(.*\)$|\biso\s?/?\d|\bsince \d|\bsubsidiary of|\bmember of|\bpart of the|^in association|"
    r"authori[sz]ed|specialist in|specialists in|dealers? in|deals in|scanned w|camscan|"
    r"\bcs\b$|^with$|tax code|\bvat\b|\bgst\b|reservation|follow us|^an? .*company\b|^nasdaq|"
    r"scan (me|here)|\bregistered\b|認証|^www|plants? at|branches? at|^tag ?line",
    re.IGNORECASE,
)
LINKING_WORDS: Final = word_set("of and und the for et de in y e von")
SOCIAL_WORDS: Final = word_set(
    """
    facebook twitter linkedin instagram skype wechat whatsapp line youtube xing telegram viber
    pinterest tiktok snapchat github behance dribbble vimeo
    """
)
STREET_WORDS: Final = word_set(
    """
    street st road rd avenue ave av blvd boulevard lane ln drive dr way court ct square sq
    place pl plaza terrace highway hwy parkway pkwy circle alley close crescent row walk
    floor flr fl suite ste room rm building bldg bld tower towers block blk unit house apt
    apartment flat complex centre center estate park campus box po pobox plot door shop shed
    sector phase nagar colony layout marg salai chowk bazar bazaar bhavan township society opp
    opposite near behind beside main cross crossing junction post village district dist tehsil
    taluk mandal city state province industrial airport mall market gardens garden chambers
    mail nr no
    strasse str platz weg allee gasse ring ufer damm postfach haus stock
    rue quai cours impasse chemin cedex boite bp batiment etage
    calle avenida avda plaza paseo carrera piso edificio apartado colonia col cp
    via viale piazza corso largo piano
    straat laan plein gracht kade postbus weg
    rua praca alameda andar travessa bairro
    mahallesi mah caddesi cad cd sokak sok sk bulvari bulv kat apt
    ulica ul al plac ulice namesti trida utca ut ter
    chome cho machi ku shi ken gun dori jalan jl jln lorong kav gedung
    """
)
STREET_ENDINGS: Final = (
    "strasse",
    "straße",
    "str",
    "platz",
    "gasse",
    "allee",
    "straat",
    "laan",
    "gatan",
    "vagen",
    "veien",
    "gade",
    "katu",
    "plein",
    "nagar",
    "pally",
    "guda",
)
ADDRESS_CJK: Final = re.compile(
    r"〒|[都道府県]..?.?[市区郡町村]|[市区郡町村][^部課]{1,6}\d|丁目|番地|号室|\d+[階楼樓号號]|"
    r"[省市区區][^部]{1,8}[路街道巷]|"
    r"[路街]\d+|ビル|大厦|大廈|\d+F\b|[시도] ?.{1,6}[구군]|[로길] ?\d+|"
    r"[县縣鎮镇郷]|[市区町村]$|本社|支社|支店|営業所"
)
TITLE_CJK: Final = re.compile(
    r"代表|取締役|社長|会長|部長|課長|係長|次長|室長|所長|店長|局長|院長|校長|主任|主査|主幹|主席|専務|常務|"
    r"執行役員|顧問|監査役|理事|教授|講師|助教|研究員|技師|技術者|担当|マネージャ|エンジニア|ディレクター|リーダー|"
    r"コンサルタント|デザイナー|プロデューサー|アドバイザー|弁護士|税理士|会計士|記者|編集|"
    r"总经理|經理|经理|總經理|董事|总监|總監|主管|工程师|工程師|助理|秘书|秘書|律师|律師|医师|醫師|顾问|院长|校长|"
    r"대표|이사|사장|부장|과장|차장|대리|팀장|실장|소장|연구원|교수|변호사|회장|본부장|매니저"
)
DEPARTMENT_CJK: Final = re.compile(
    r"(部|課|室|本部|事業部|学部|学科|研究科|科|處|处|局|부|팀|실|본부)$"
)
COUNTRIES: Final[dict[str, str]] = {
    "argentina": "AR", "australia": "AU", "austria": "AT", "osterreich": "AT", "bangladesh": "BD",
    "belgium": "BE", "belgie": "BE", "belgique": "BE", "brazil": "BR", "brasil": "BR",
    "bulgaria": "BG", "cameroon": "CM", "cameroun": "CM", "canada": "CA", "chile": "CL",
    "china": "CN", "中国": "CN", "colombia": "CO", "croatia": "HR", "hrvatska": "HR",
    "czechia": "CZ", "denmark": "DK", "danmark": "DK", "egypt": "EG", "england": "GB",
    "estonia": "EE", "finland": "FI", "suomi": "FI", "france": "FR", "germany": "DE",
    "deutschland": "DE", "ghana": "GH", "greece": "GR", "hungary": "HU", "magyarorszag": "HU",
    "iceland": "IS", "india": "IN", "indonesia": "ID", "iran": "IR", "ireland": "IE",
    "israel": "IL", "italy": "IT", "italia": "IT", "japan": "JP", "日本": "JP", "kenya": "KE",
    "korea": "KR", "kuwait": "KW", "latvia": "LV", "lithuania": "LT", "luxembourg": "LU",
    "malaysia": "MY", "mexico": "MX", "morocco": "MA", "maroc": "MA", "nepal": "NP",
    "netherlands": "NL", "nederland": "NL", "nigeria": "NG", "norway": "NO", "norge": "NO",
    "pakistan": "PK", "peru": "PE", "philippines": "PH", "poland": "PL", "polska": "PL",
    "portugal": "PT", "qatar": "QA", "romania": "RO", "russia": "RU", "scotland": "GB",
    "serbia": "RS", "singapore": "SG", "slovakia": "SK", "slovenia": "SI", "spain": "ES",
    "espana": "ES", "sweden": "SE", "sverige": "SE", "switzerland": "CH", "schweiz": "CH",
    "suisse": "CH", "svizzera": "CH", "taiwan": "TW", "thailand": "TH", "tunisia": "TN",
    "turkey": "TR", "turkiye": "TR", "uae": "AE", "uk": "GB", "ukraine": "UA", "usa": "US",
    "vietnam": "VN", "wales": "GB",
}  # fmt: skip
COUNTRY_PHRASES: Final[dict[str, str]] = {
    "united states": "US", "united kingdom": "GB", "south africa": "ZA", "new zealand": "NZ",
    "hong kong": "HK", "saudi arabia": "SA", "sri lanka": "LK", "viet nam": "VN",
    "united arab emirates": "AE", "czech republic": "CZ", "costa rica": "CR",
    "south korea": "KR", "great britain": "GB",
}  # fmt: skip
HONORIFICS: Final = word_set(
    """
    dr prof professor pr mr mrs ms miss sir dame er sri shri smt brig col gen capt rev fr hon ir
    ing dipl mag herr frau mme mlle sr sra dott avv arch ptof
    """
)
DEGREES: Final = word_set(
    """
    phd mba msc bsc ba ma bs ms mtech btech be me bcom mcom llb llm md mbbs jd pmp cpa cfa ca
    acca fca fcca pe ceng cengi fie mie mici mbe bba bca mca dphil edd esq rn dds dmd aia riba
    frcs frics mrics cissp csm shrm sphr cisa cma cfp bds mds ms aicp leed facs pgdm bed med
    beng meng bpharm mpharm dsc chartered bsee msee ing dipl
    """
)
FREE_MAIL: Final = word_set(
    """
    gmail yahoo hotmail outlook aol icloud live msn gmx web rediffmail protonmail proton mail
    yandex qq 163 126 naver daum hanmail t-online googlemail ymail zoho orange free laposte
    wanadoo vsnl sify libero btinternet comcast verizon
    """
)
COMMON_HAN_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖"
    "田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦"
    "邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯洪김이박최정강조윤장임한오서신권황안송류홍"
)
COMMON_JAPANESE_SURNAME_SIGNS: Final = frozenset(
    "佐藤鈴木高橋田中伊渡辺山本村林加吉井口松清斎崎森池橋阿部石川小島前長谷後近岡福原西野坂竹上内島大今藤"
    "生安達谷瀬"
)
