"""Family names that tell where a name in Asia's scripts, or from there, is parted."""

from typing import Final

from extractors.card.vocabulary import word_set

CHINESE_OF_TWO: Final = word_set(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 慕容 皇甫 尉迟 尉遲 公孙 公孫 轩辕 軒轅 令狐 "
    "宇文 长孙 長孫 司徒 东方 東方 独孤 獨孤 南宫 南宮 端木 东郭 東郭 百里 呼延 闻人 聞人 "
    "太史 申屠 淳于 澹台 濮阳 濮陽 单于 公冶 仲孙 仲孫 赫连 赫連 钟离 鍾離 司空 司寇 拓跋 "
    "第五 范姜 張簡 张简"
)
KOREAN_OF_TWO: Final = word_set("남궁 황보 제갈 사공 선우 독고 서문 동방 망절 어금")
JAPANESE_OF_ONE: Final = frozenset(
    "林森原東南西北関辻堀岡島嶋谷牧星菅泉乾浜濱畑丹平柳椿榊桂梶角金神岸菊旭梅栗桑幸佃堤寺伴東久人"
    "境昌杉関滝武館千塚土峰港宮向村望門八薮山結吉呉秦曽堺畠轟巽鎌芹蔦葛樋荻蔡黄朴李張王陳劉"
)
JAPANESE_OF_THREE: Final = word_set(
    "佐々木 長谷川 五十嵐 小笠原 大久保 長谷部 久保田 宇都宮 小野寺 佐久間 日比野 伊集院 "
    "阿久津 海老原 海老名 大河内 大河原 小久保 小田切 小山田 加賀谷 "
    "喜多川 木之下 小田島 曽我部 竹之内 田野倉 津久井 "
    "野々村 波多野 二階堂 三ツ井 美濃部 八木沢 山之内 和久井 東海林 宇佐美 "
    "西園寺 大田原 大和田 千々岩 加々美 野々山"
)
JAPANESE_OF_TWO: Final = word_set(
    "林田 林原 森田 森本 森山 森下 森川 森岡 森谷 森永 森口 森野 原田 原口 原島 東山 東野 "
    "東田 南野 西田 西村 西川 西山 西尾 西岡 西本 西野 西原 西沢 西澤 西口 北川 北村 北島 "
    "北野 北原 北山 北沢 関口 関根 関谷 関本 堀内 堀江 堀田 堀川 堀口 岡田 岡本 岡村 岡崎 "
    "岡野 岡部 岡山 島田 島村 島崎 島本 島津 谷口 谷川 谷本 牧野 牧田 星野 星川 菅原 菅野 "
    "菅井 菅谷 泉田 浜田 濱田 浜崎 浜口 畑中 畑山 平田 平野 平井 平山 平川 平松 平岡 平林 "
    "柳田 柳沢 柳澤 柳原 柳川 金子 金田 金井 金城 金沢 金澤 金山 神田 神谷 神山 神野 神崎 "
    "岸田 岸本 岸川 菊地 菊池 菊田 梅田 梅原 梅村 梅本 栗原 栗田 栗山 桑原 桑田 桑野 寺田 "
    "寺島 寺本 寺岡 寺沢 久保 久野 久田 境田 杉山 杉本 杉田 杉浦 杉原 杉村 滝川 滝沢 滝口 "
    "武田 武藤 武井 武内 武市 武山 武本 武石 千葉 千田 塚本 塚田 塚原 土屋 土井 土田 土居 "
    "土肥 宮崎 宮本 宮田 宮川 宮下 宮内 宮原 宮沢 宮澤 宮城 宮島 宮脇 向井 村上 村田 村山 "
    "村井 村松 村瀬 村木 村岡 村本 望月 門田 門脇 八木 八田 八島 山本 山田 山口 山崎 山下 "
    "山中 山内 山根 山村 山川 山岸 山岡 山形 山野 山室 山元 山城 山上 山名 山科 山県 吉田 "
    "吉川 吉村 吉野 吉岡 吉本 吉井 吉沢 吉澤 吉原 吉永 吉見 角田 角谷 桂木 梶原 梶田 梶山 "
    "梶川 辻本 辻村 辻井 曽根 秦野 荻野 荻原 樋口 葛西 神保 神原 東条 東郷 南部 峰岸 港屋 "
    "幸田 平賀 平尾 平沢 平澤 平塚 平出 平木 平本"
)
LATIN_FIRST: Final = {  # written in Latin letters, and in these countries before the given name
    "VN": word_set(
        "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong "
        "doan trinh mai cao luong luu ta chu quach dao ton thai tang ha"
    ),
    "CN": word_set(
        "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo "
        "zheng liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai "
        "jiang yu du ye cheng wei su lu ding ren shen yao zhong cui tan fan jin shi liao jia "
        "xia fu fang zou xiong bai meng qin qiu hou jiang yin xue yan lei long tao hao gong "
        "shao wan qian chan wong cheung lau kwok leung ng lam chow tsai hsu hsieh chang "
        "ouyang situ lee lim tan goh koh ong teo chua toh sim yeo ang loh quek low wee chia "
        "foo neo heng chew gan"
    ),
    "KR": word_set(
        "kim lee park choi jung jeong kang cho yoon yun jang lim im han oh seo shin kwon "
        "hwang ahn an song ryu yoo yu hong jeon ko moon son yang bae baek heo nam shim noh ha "
        "kwak sung cha joo woo koo min jin ji uhm chae won cheon bang"
    ),
}
