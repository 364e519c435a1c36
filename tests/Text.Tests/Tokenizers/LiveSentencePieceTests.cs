using System.Text.Json;
using TorchSharp;

namespace Text.Tests.Tokenizers;

/// <summary>The same texts through Python's sentencepiece and through ours, in the same run.</summary>
public class LiveSentencePieceTests
{
    private const int Texts = 2000;

    private const string Script = """
        import json, sys, sentencepiece
        with open(sys.argv[1], encoding="utf-8") as file:
            question = json.load(file)
        model = sentencepiece.SentencePieceProcessor(model_file=question["model"])
        answers = []
        for text in question["texts"]:
            ids = model.encode(text)
            answers.append([ids, model.encode(text, out_type=str), model.decode(ids)])
        print(json.dumps(answers))
        """;

    public static TheoryData<string> Models { get; } =
        [.. Directory.GetFiles(Path.Combine(TokenizerData.Goldens, "models")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [PythonTheory("sentencepiece")]
    [MemberData(nameof(Models))]
    public void Texts_of_chance_are_cut_and_put_together_alike(string file)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put(file, TokenizerData.Unzipped(Path.Combine("models", file)));
        var texts = RandomTexts(file.Length);
        var model = torchtext.data.functional.load_sp_model(path);
        var answers = Ask(folder.Put("question.json", JsonSerializer.Serialize(new { model = path, texts })));
        for (var i = 0; i < texts.Length; i++)
        {
            var ids = model.EncodeAsIds(texts[i]);
            Assert.Equal(answers[i][0].Numbers(), ids);
            Assert.Equal(answers[i][1].Strings(), model.EncodeAsPieces(texts[i]));
            Assert.Equal(answers[i][2].GetString(), model.DecodeIds(ids));
        }
    }

    private static JsonElement Ask(string question) => JsonSerializer.Deserialize<JsonElement>(Python.Run(Script, question));

    // Stretches of the goldens' texts, glued at random places, and characters of chance.
    private static string[] RandomTexts(int seed)
    {
        var known = TokenizerData.Golden("pieces.json.gz").GetProperty("models").GetProperty("char").GetProperty("cases")
            .EnumerateArray().Select(golden => golden.GetProperty("text").GetString()!).Where(text => text.Length > 0).ToArray();
        var draw = new Random(seed);
        return [.. Enumerable.Range(0, Texts).Select(_ => string.Concat(Enumerable.Range(0, draw.Next(1, 6)).Select(_ => Part(known, draw))))];
    }

    private static string Part(string[] known, Random draw)
    {
        if (draw.Next(4) == 0)
        {
            var code = draw.Next(2) == 0 ? draw.Next(0x3100) : draw.Next(0x110000);
            return code is >= 0xD800 and < 0xE000 ? " " : char.ConvertFromUtf32(code);
        }

        var text = known[draw.Next(known.Length)];
        var start = draw.Next(text.Length);
        var part = text.Substring(start, draw.Next(text.Length - start + 1));
        // A cut may go through a pair.
        part = part.Length > 0 && char.IsLowSurrogate(part[0]) ? part[1..] : part;
        return part.Length > 0 && char.IsHighSurrogate(part[^1]) ? part[..^1] : part;
    }
}
