// Hugging Face's side of the tokenizers' benchmarks: its Rust code, as the registry of Node has it built, called from Node.
// Reads lines "<case> <iterations> <folder>" and answers with one line: the seconds it took. RAYON_NUM_THREADS sets the threads.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const library = require("tokenizers-linux-x64-gnu");

const texts = folder => ["tinyshakespeare.txt", "wikitext-2/valid.txt", "wikitext-2/test.txt"]
    .flatMap(name => fs.readFileSync(path.join(folder, "text", name), "utf8").split("\n"));

function gpt2(folder) {
    const read = name => fs.readFileSync(path.join(folder, "tokenizers", name), "utf8");
    const merges = read("gpt2_bpe_vocab.bpe").split("\n").slice(1).filter(line => line).map(line => line.split(" "));
    const tokenizer = new library.Tokenizer(library.BPE.init(JSON.parse(read("gpt2_bpe_encoder.json")), merges, {}));
    tokenizer.setPreTokenizer(library.byteLevelPreTokenizer(false, true));
    return tokenizer;
}

async function encode(tokenizer, batch) {
    const start = performance.now();
    const encodings = await tokenizer.encodeBatch(batch, { addSpecialTokens: false });
    for (const encoding of encodings) {
        encoding.getIds();
    }
    return (performance.now() - start) / 1000;
}

let warm = null;
const cases = {
    async gpt2(iterations, folder) {
        warm ??= { tokenizer: gpt2(folder), batch: texts(folder) };
        let seconds = 0;
        for (let i = 0; i < iterations; i++) {
            seconds += await encode(warm.tokenizer, warm.batch);
        }
        return seconds;
    },
    // Every time a tokenizer that has seen no word yet; making it does not count.
    async "gpt2-cold"(iterations, folder) {
        const batch = texts(folder);
        let seconds = 0;
        for (let i = 0; i < iterations; i++) {
            seconds += await encode(gpt2(folder), batch);
        }
        return seconds;
    },
};

(async () => {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        const [name, iterations, ...folder] = line.split(" ");
        console.log(await cases[name](Number(iterations), folder.join(" ")));
    }
})();
