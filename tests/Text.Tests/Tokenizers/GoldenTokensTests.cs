using System.Text.Json;
using TorchSharp;
using TorchSharp.Transforms.Text;

namespace Text.Tests.Tokenizers;

/// <summary>
/// Every line of the real data: what torchtext 0.14.1 (GPT-2, CLIP, BERT, basic_english) and sentencepiece make of 12,289 texts, among them 1,535 with
/// many scripts, emoji, white space and control characters.
/// </summary>
public class GoldenTokensTests
{
    private const int Texts = 12_289;
    private const int Shown = 10;

    [SharedDataFact("golden-tokens")]
    public void Basic_english() => AssertTokens("basic_english", torchtext.data.utils.get_tokenizer("basic_english"));

    [SharedDataFact("golden-tokens")]
    public void GPT2() => AssertIds("gpt2", new GPT2BPETokenizer(TokenizerData.File("gpt2_bpe_encoder.json"), TokenizerData.File("gpt2_bpe_vocab.bpe")));

    [SharedDataFact("golden-tokens")]
    public void CLIP() =>
        AssertIds("clip", new CLIPTokenizer(TokenizerData.File("clip_vocab.bpe"), TokenizerData.File("clip_encoder.json")));

    [SharedDataFact("golden-tokens")]
    public void BERT_cased() => AssertIds("bert-cased", new BERTTokenizer(TokenizerData.File("bert_base_cased_vocab.txt"), do_lower_case: false));

    [SharedDataFact("golden-tokens")]
    public void BERT_uncased() => AssertIds("bert-uncased", new BERTTokenizer(TokenizerData.File("bert_base_uncased_vocab.txt")));

    [SharedDataFact("golden-tokens")]
    public void SentencePiece_small_model() => AssertIds("spm_example", "spm_example.model");

    [SharedDataFact("golden-tokens")]
    public void SentencePiece_model_of_T5() => AssertIds("t5_base", "t5_tokenizer_base.model");

    private static void AssertIds(string golden, string file)
    {
        var model = torchtext.data.functional.load_sp_model(TokenizerData.File(file));
        var (texts, expected) = Read(golden, entry => entry.GetInt32());
        AssertSame(texts, expected, model.EncodeAsIds(texts));
    }

    private static void AssertIds(string golden, SubwordTokenizer tokenizer)
    {
        var (texts, expected) = Read(golden, entry => entry.GetInt32());
        AssertSame(texts, expected, tokenizer.EncodeToIds(texts));
        // What call gives are the same numbers as strings.
        Assert.Equal(expected.Take(200).Select(row => row.Select(id => $"{id}")), tokenizer.call(texts[..200]));
    }

    private static void AssertTokens(string golden, Func<string, string[]> tokenizer)
    {
        var (texts, expected) = Read(golden, entry => entry.GetString()!);
        AssertSame(texts, expected, [.. texts.Select(tokenizer)]);
    }

    private static (string[] Texts, T[][] Expected) Read<T>(string golden, Func<JsonElement, T> value)
    {
        var entries = TokenizerData.Texts(golden).ToArray();
        return ([.. entries.Select(entry => entry.Text)], [.. entries.Select(entry => entry.Expected.EnumerateArray().Select(value).ToArray())]);
    }

    private static void AssertSame<T>(string[] texts, T[][] expected, T[][] actual)
    {
        Assert.Equal(Texts, actual.Length);
        var wrong = Enumerable.Range(0, Texts).Where(i => !expected[i].SequenceEqual(actual[i])).ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} texts differ:\n" + string.Join("\n", wrong.Take(Shown).Select(i =>
            $"{JsonSerializer.Serialize(texts[i])}\n  expected {string.Join(' ', expected[i])}\n  was      {string.Join(' ', actual[i])}")));
    }
}
