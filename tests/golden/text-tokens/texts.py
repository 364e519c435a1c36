"""The texts that the tokenizers' goldens are made of, and the lines that small models are trained on. All of them were written for this purpose."""

LINES = """
The lamp on the desk was still warm when she came back from the garden.
Nobody had told the children why the boat left an hour before noon.
He counted 12 apples, 305 nuts and 7,000 grains of rice; then he lost count.
"Why not?" asked the baker. "We've done it before, and they'll do it again."
It isn't the wind that moves the mill, it's the water under it.
A tokenizer cuts text into tokens; a vocabulary gives every token a number.
Training took three days on two machines, and testing took three minutes.
The price rose from 3.50 to 4.25 within a week (nobody knew the reason).
I'd say they're late, I'm sure he's gone, and you'd better not wait.
Rain fell on the roofs, on the river, on the road, on the red umbrellas.
Please write to office@example.org or call 555-0199 before Friday.
Seven small ships sailed slowly southward, singing as they sailed.
The quick learner read the manual twice and broke the machine once.
In winter the lake freezes; in summer it is full of swimmers and ducks.
Read the data, shuffle the data, batch the data, train on the data.
What goes up must come down, unless it reaches the second cosmic speed.
The old clock strikes eleven at noon, and nobody has ever mended it.
Loading the model failed: the file was cut short at byte 4096.
Short words are easy. Long words, however, are extraordinarily complicated.
Unbelievable, unforgettable, unreadable: the three reviews were unkind.
The bread is baked before the birds begin to sing in the morning.
They measured the speed of light and the weight of a feather.
Every morning the same man feeds the same pigeons on the same bench.
The teacher wrote 2 + 2 = 4 on the board and waited for questions.
Übung macht den Meister, und schöne Grüße aus München kosten nichts.
Le garçon a mangé une crêpe près de la forêt où naît la rivière.
El niño soñó con un pingüino que vivía en la montaña.
Привет, мир! Сегодня хорошая погода, и мы идём гулять.
Η θάλασσα είναι ήρεμη και ο ουρανός γαλανός.
今日は天気がいいので、公園を散歩しました。
我们明天去图书馆看书。
안녕하세요, 오늘은 날씨가 좋습니다.
""".strip().split("\n")

HARD = [
    "",
    " ",
    "   ",
    "\t",
    "\n\n",
    " \u00a0\u3000 ",
    "hello",
    " hello",
    "hello ",
    "  hello   world  ",
    "Hello, World!",
    "don't  won't   'tis they'll've I'd we're  's",
    " 's  's '  ''s x's X'S 'S",
    "a\tb\n c\r\n  d\v\fe  \n\n f",
    "3.14 x 10^-7 = 1,000,000 ½ ⅓ Ⅷ ٣٤ ²",
    "naïve façade Ångström ﬁn ﬂ ﬃ",
    "e\u0301 e\u0323\u0301 e\u0301\u0323 \u1e69 s\u0323\u0307 \uac01 \u1100\u1161\u11a8",
    "İstanbul ISPARTA ıi ΑΣ ΑΣΑ Σ ΑΣ. ΟΔΟΣ-ΑΣ' ẞ Ǆ ǅ",
    "<|startoftext|> text <|endoftext|>!!<|endoftext|>",
    "<br />line<br/>break<BR />x<b\"r />y< br />",
    "quote\"s in\"side ; colon: (brackets) ... !? ,,",
    "漢字とひらがな、カタカナ。 中文字符 한국어 ไทย עברית العربية हिन्दी",
    "𠀀𠮷 𝔸𝕓 𝟙𝟚 😀👍🏽👨‍👩‍👧 🇫🇷",
    "zero\u200bwidth\u200djoiner\ufeff soft\u00adhyphen \u202eright",
    "\u0000nul\u0000 inside\u0001 \u0007bell \u007f \u0085next \u001cfile",
    "\ufffd \ue000 \U000f0000 \ufdd0 \u0378",
    "▁▁already▁marked ▁",
    "<unk> <s> </s> <pad> <sep> <mask>",
    "[MASK] [CLS]token[SEP] [UNK]",
    "x" * 150,
    "ab" * 80 + " " + "漢" * 40,
    "extraordinarily unbelievably untrainable tokenizers' complications",
    "office@example.org https://example.org/path?q=1&r=%20#top C:\\dir\\file_name",
    "A.B.C. U.S.A. e.g. i.e. 12:30pm 50% $9.99 €5 £3 ¥100 #tag @user",
    "…—–‘’“”«»¿¡·•°§¶†‡",
    "ＡＢＣ　１２３　ｶﾞ ㌀ ㈱ ℡ ™ ①",
    "line one\nline two\r\nline three",
    " trailing tab\t ",
    "\u2028\u2029 \u1680 \u180e \u2003em",
    "ſ 'ſ K Å",
]

TEXTS = LINES + HARD
