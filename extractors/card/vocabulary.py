"""Words that tell what a line of a card is, of many languages.

Those of alphabets are lists in `words`, one entry a line, folded (small letters, no accents), what
is longer than a word with single blanks. General vocabulary: no names of companies.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Final


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(words.split())


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list in `words`."""
    return tuple((files(__package__) / "words" / f"{name}.txt").read_text("utf-8").splitlines())


TITLE_WORDS: Final = frozenset(entries("titles"))
TITLE_ENDINGS: Final = (
    *("leiter", "leiterin", "berater", "beraterin", "ingenieur", "ingenieurin", "fuhrer"),
    *("fuhrerin", "manager", "managerin", "direktor", "direktorin", "meister", "meisterin"),
    *("anwalt", "anwaltin", "arzt", "arztin", "kaufmann", "kauffrau", "techniker", "technikerin"),
    *("mitarbeiter", "mitarbeiterin", "entwickler", "entwicklerin", "vorstand", "referent"),
    *("assistent", "assistentin", "koordinator", "koordinatorin", "spezialist", "spezialistin"),
    *("chef", "sjef", "ledare", "ansvarig", "ansvarlig", "konsult", "konsulent", "direktør"),
    *("ingenjor", "ingenior", "sekretar", "sekreterare", "radgivare", "radgiver", "larare"),
    *("johtaja", "paallikko", "insinoori", "asiantuntija", "sihteeri", "edustaja", "hoitaja"),
    *("directeur", "adviseur", "medewerker", "medewerkster", "hoofd", "meester", "makelaar"),
    *("ologist", "ologe", "ologin", "ologo", "ologa", "ologue", "grapher", "person", "woman"),
    *("menedzser", "vezeto", "igazgato", "tanacsado", "mernok", "programmeur", "ontwikkelaar"),
)
AGENT_ENDINGS: Final = (
    *("er", "or", "ist", "ian", "ant"),  # English; much of it German and Dutch too
    *("erin", "orin", "istin", "eur", "aar", "ster"),
    *("euse", "trice", "iste", "ien", "ienne", "ora", "ista", "ero", "era", "ore"),
    *("nik", "nica", "arz", "arka", "ar", "tor", "torka"),
)
SENIORITY_WORDS: Final = frozenset(entries("seniority_words"))
AREA_WORDS: Final = frozenset(entries("area_words"))  # what people and departments work on
DEPARTMENT_WORDS: Final = frozenset(entries("department_words"))
LEGAL_FORMS: Final = frozenset(entries("legal_forms"))
LEGAL_ENDINGS: Final = frozenset(entries("legal_endings"))  # legal forms at the end of a name only
LEGAL_BEGINNINGS: Final = frozenset(entries("legal_beginnings"))
ORGANISATION_WORDS: Final = frozenset(entries("organisation_words"))  # and what it deals in
ORGANISATION_KINDS: Final = frozenset(entries("organisation_kinds"))  # bank, institute, firm
SLOGAN_WORDS: Final = frozenset(entries("slogan_words"))
LINKING_WORDS: Final = frozenset(entries("linking_words"))
SOCIAL_WORDS: Final = frozenset(entries("social_words"))
WEEKDAYS: Final = frozenset(entries("weekdays"))
STREET_WORDS: Final = frozenset(entries("street_words"))
STREET_ENDINGS: Final = tuple(entries("street_endings"))
PLACES: Final = frozenset(entries("places"))  # towns, provinces and states
COUNTRIES: Final = dict(line.split("\t") for line in entries("countries"))  # to two letters
HONORIFICS: Final = frozenset(entries("honorifics"))
DEGREES: Final = frozenset(entries("degrees"))
ORDINARY_WORDS: Final = (  # those that alone are no name of a company
    AREA_WORDS | ORGANISATION_WORDS | SLOGAN_WORDS | LINKING_WORDS | SENIORITY_WORDS | LEGAL_FORMS
)
SLOGAN_PHRASES: Final = re.compile(
    r"^\(.*\)$|\biso\s?/?\d|\bsince \d|\bsubsidiary of|\bmember of|\bpart of the|^in association|"
    r"authori[sz]ed|specialist in|specialists in|dealers? (?:in|for)|deals in|scanned w|camscan|"
    r"\bcs\b$|^with$|tax code|reservation|follow us|^an? .*company\b|^nasdaq|"
    r"scan (me|here)|\bregistered\b|認証|^www|plants? at|branches? at|^tag ?line|"
    r"^(?:exporters?|importers?|manufacturers?|suppliers?|distributors?|retailers?|wholesalers?) "
    r"(?:of|&|and)\b|\b\d{4}['\u2019]?\s?(?:ten|dan|den|tan) beri\b|"
    r"\b(?:seit|depuis|desde|dal|sinds|sedan|siden|est\.?|anno|od roku) \d{4}",
    re.IGNORECASE,
)
REGISTER_NUMBERS: Final = re.compile(  # of taxes, trade registers, licences, certificates
    r"(?:^|(?<![^\W\d_]))(?:vat|gst(?:in)?|pan|tin|cin|ein|abn|acn|uen|brn|cvr|kvk|btw|tva|mwst|"
    r"p\.?\s?iva|partita iva|c\.\s?f|cod\.?\s?fisc(?:ale)?|nif|nipc|cif|rfc|rut|ruc|cuit|cnpj|cpf|"
    r"nit|nip|regon|krs|i[cč]o?|di[cč]|ust\.?-?\s?id(?:-?nr)?|uid(?:-nr)?|steuer-?nr|hr[ab]|rcs|"
    r"firmenbuch|fn|siret|siren|ape|naf|org\.?\s?-?n(?:r|o)|y-tunnus|cui|orc|j\d+/|mva|oib|mbs|pib|"
    r"adoszam|eik|еик|инн|кпп|огрн|едрпоу|єдрпоу|vergi|mersis|npwp|trn|c\.\s?r|nmls|dre|calbre|"
    r"lic(?:en[cs]e)?|reg(?:istration|istered)?|sra|iban|bic|swift|till|paybill|cricos provider|"
    r"provider|h\.?p\.?c\.?s\.?a|αφμ|iso(?:\s?/\s?iec)?|iatf|統一編號|统一社会信用代码|登録番号|許可番号|"
    r"사업자(?:등록번호)?)(?![^\W\d_])[\s.:#/-]*(?:n[or°º]\.?|nr\.?|number|numero|id|code)?"
    r"[\s.:#°º-]*(?:[A-Z]{1,3}[\s-]?)?\d",
    re.IGNORECASE,
)
CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?m|uhr|h\b)?\s?(?:-|to|bis|à|a)\s?\d|"
    r"\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b|\b\d{1,2}\s?(?:uhr|h)\b|24\s?(?:/\s?7|hours?|hrs)|営業時間|定休日",
    re.IGNORECASE,
)
LEGAL_CJK: Final = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|財団法人|社団法人|学校法人|医療法人|法人|公司|集团|集團|銀行|银行|"
    r"大学|大學|学院|學院|研究所|研究院|研究室|事務所|事务所|病院|医院|醫院|診所|诊所|クリニック|協会|协会|協會|組合|"
    r"学校|學校|商店|商会|商行|工業|製作所|工务所|工務店|木工所|工場|工厂|工廠|中心|酒店|飯店|饭店|餐厅|餐廳|旅館|"
    r"書店|书店|出版社|新聞社|基金会|基金會|委员会|委員會|主式会社|주식회사|유한회사|은행|대학교|연구소|연구원$|협회|재단|"
    r"บริษัท|ธนาคาร|โรงพยาบาล|มหาวิทยาลัย|ห้างหุ้นส่วน|\(주\)|㈜|그룹|병원|의원$|학교|법무법인|회계법인|센터|センター|ホールディングス|グループ|カンパニー|スタジオ"
)
ADDRESS_CJK: Final = re.compile(
    r"〒|[都道府県]..?.?[市区郡町村]|[市区郡町村][^部課]{1,6}\d|丁目|番地|号室|\d+[階楼樓号號弄栋棟幢座]|"
    r"[省市区區县縣州][^部]{1,8}[路街道巷里]|[路街道巷]\d+|[一二三四五六七八九十]段|"
    r"ビル|大厦|大廈|大楼|大樓|广场|廣場|工业园|工業區|工业区|园区|園區|\d+F\b|"
    r"[시도] ?.{1,6}[구군]|[로길] ?\d+|\d+번길|\d층|\d호|[县縣鎮镇郷]|[市区町村]$|"
    r"本社|支社|支店|営業所|地址|住所|邮编|郵編|郵便番号|주소|ถนน|ซอย|แขวง|ตำบล|อำเภอ|จังหวัด"
)
TITLE_CJK: Final = re.compile(
    r"代表(?!処)|取締役|社長|会長|會長|部長|部长|課長|课长|係長|次長|室長|室长|所長|所长|店長|店长|局長|局长|処長|处长|"
    r"處長|科長|科长|股長|組長|组长|班長|院長|院长|校長|校长|園長|園长|館長|馆长|工場長|厂长|廠長|支店長|支社長|理事長|"
    r"主任|主査|主幹|主席|主宰|主筆|専務|常務|執行役|執行長|相談役|参事|参与|統括|顧問|顾问|監査役|理事|幹事|教授|"
    r"講師|讲师|助教|准教|研究員|研究员|博士研究|技師|技术员|技術員|技術者|担当|副社|社員|店主|支配人|料理長|院生|"
    r"マネージャ|マネジャ|マネージング|エンジニア|ディレクター|リーダー|チーフ|オーナー|ライター|カメラマン|プランナー|"
    r"フォトグラファー|プログラマー|スペシャリスト|アシスタント|コンサルタント|デザイナー|プロデューサー|アドバイザー|"
    r"アナリスト|アーキテクト|インストラクター|トレーナー|パートナー|ファウンダー|スタイリスト|セラピスト|"
    r"弁護士|税理士|会計士|會計師|会计师|建築士|建築師|建筑师|司法書士|行政書士|労務士|診断士|弁理士|医師|歯科医|獣医|"
    r"看護師|护士|薬剤師|药师|記者|记者|編集|编辑|編輯|主编|主編|作家|画家|写真家|摄影师|"
    r"总经理|總經理|经理|經理|襄理|協理|董事|总监|總監|总裁|總裁|主管|专员|專員|工程师|工程師|设计师|設計師|分析师|分析師|"
    r"架构师|助理|秘书|秘書|律师|律師|医生|醫生|医师|醫師|业务员|業務員|创始人|創辦人|合伙人|合夥人|首席|营运长|負責人|负责人|"
    r"대표|이사|사장|부장|과장|차장|대리$|팀장|실장|소장|센터장|지점장|원장|연구원|교수|변호사|변리사|세무사|회계사|회장|본부장|"
    r"ผู้จัดการ|กรรมการ|ผู้อำนวยการ|ประธาน|หัวหน้า|วิศวกร|ที่ปรึกษา|เจ้าหน้าที่|พนักงาน|ทนายความ|"
    r"매니저|상무|전무|주임|계장|선임|책임|수석|기자|디자이너|개발자|엔지니어|컨설턴트|총장|학장|감사$|고문|사원|팀원|원장"
)
DEPARTMENT_CJK: Final = re.compile(
    r"(部|課|课|室|本部|事業部|学部|学科|學系|学系|研究科|科|內科|内科|外科|處|处|局|係|中心|グループ|チーム|ユニット|センター|"
    r"부|팀|실|본부|과|센터|학과|학부)$"
)
FREE_MAIL: Final = word_set(
    """
    gmail yahoo hotmail outlook aol icloud live msn gmx web rediffmail protonmail proton mail
    yandex qq 163 126 sina sohu foxmail naver daum hanmail t-online googlemail ymail zoho orange
    free laposte wanadoo vsnl sify libero btinternet comcast verizon rocketmail fastmail
    tutanota rambler ukr freenet arcor bluewin hispeed sfr neuf bbox skynet
    telenet ziggo kpnmail xs4all chello telia tele2 tiscali virgilio telefonica uol
    globo sapo abv seznam centrum volny azet wp onet interia poczta freemail
    citromail bigpond optusnet xtra sympatico bellsouth sbcglobal
    earthlink juno nifty biglobe ocn docomo ezweb softbank hinet pchome
    """
)
COMMON_HAN_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖"
    "田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦"
    "邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯洪柯施康温溫倪俞阮章鲁魯欧歐"
    "凌殷祝左柳岳柴游涂庄莊齐齊耿牛鲍鮑童聂聶焦褚詹颜顏管翟艾关關詹連连簡简巫翁裘温"
    "김이박최정강조윤장임한오서신권황안송류홍전고문손양배백허유남심노하곽성차주우구민진지엄원천방공변여현함"
)
COMMON_JAPANESE_SURNAME_SIGNS: Final = frozenset(
    "佐藤鈴木高橋田中伊渡辺山本村林加吉井口松清斎崎森池橋阿部石川小島前長谷後近岡福原西野坂竹上内島大今藤"
    "生安達谷瀬水三北南東平丸五千久宮関永浅新土桜梅桑荒青秋赤黒白星横河浜柴柳根楠沢津服矢神稲笠細若荻菅菊"
    "萩葛飯馬鳥鶴亀熊猪牧杉栗松樋武市古太多奥成戸手星月望有杉片畑相真秦窪篠綾"
)
