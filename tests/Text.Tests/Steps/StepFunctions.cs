using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;
using D = TorchSharp.torchtext.data.functional;
using T = TorchSharp.torchtext.transforms;
using U = TorchSharp.torchtext.data.utils;

namespace Text.Tests.Steps;

/// <summary>Runs the function that a case names, as its Python script did.</summary>
internal static class StepFunctions
{
    public static readonly Dictionary<string, Func<StepCase, object?>> Table = new()
    {
        ["build_vocab_from_iterator"] = c => torchtext.vocab.build_vocab_from_iterator(c.TextLists("iterator"), c.Get<int>("min_freq"),
            c.OptionalTexts("specials"), c.Get<bool>("special_first"), (int?)c["max_tokens"]).get_itos(),
        ["vocab"] = c => torchtext.vocab.vocab_factory.vocab(
            c["ordered_dict"]!.AsArray().Select(pair => KeyValuePair.Create((string)pair![0]!, (int)pair[1]!)),
            c.Get<int>("min_freq"), c.OptionalTexts("specials"), c.Get<bool>("special_first")).get_itos(),
        ["life"] = VocabularyLife.Live,
        ["to_tensor"] = c => ((torchtext.ITransform)T.ToTensor((long?)c["padding_value"])).call(c.Input()),
        ["truncate"] = c => ((torchtext.ITransform)T.Truncate(c.Get<int>("max_seq_len"))).call(c.Input()),
        ["add_token"] = AddToken,
        ["str_to_int"] = c => ((torchtext.ITransform)T.StrToIntTransform()).call(c.Input()),
        ["label_to_index"] = c => T.LabelToIndex(c.Texts("label_names"), sort_names: c.Get<bool>("sort_names")).call(c.Texts("labels")),
        ["pad"] = Pad,
        ["mask"] = Mask,
        ["ngrams_iterator"] = c => U.ngrams_iterator(c.Texts("token_list"), c.Get<int>("ngrams")).ToArray(),
        ["interleave_keys"] = c => U.interleave_keys(c.Get<int>("a"), c.Get<int>("b")),
        ["dtype_to_attr"] = c => U.dtype_to_attr(TypeOf(c.Get<string>("dtype"))),
        ["random_shuffler"] = c =>
        {
            var shuffler = new U.RandomShuffler(c.Get<long>("seed"));
            return new[] { 30, 3, 0, 700 }.Select(count => shuffler.call(Range(count)).ToArray()).ToArray();
        },
        ["random_shuffler_state"] = c =>
            new U.RandomShuffler([.. c["state"]!.AsArray().Select(word => (uint)(long)word!)]).call(Range(20)).ToArray(),
        ["bleu_score"] = c => torchtext.data.metrics.bleu_score(
            c.TextLists("candidate_corpus"),
            c["references_corpus"]!.AsArray().Select(references => references!.AsArray().Select(text => StepCase.TextsOf(text!)).ToArray()).ToArray(),
            (int?)c["max_n"] ?? 4,
            c["weights"]?.AsArray().Select(weight => (double)weight!).ToArray()),
        ["simple_space_split"] = c => D.simple_space_split(c.Texts("lines")).ToArray(),
        ["custom_replace"] = c => D.custom_replace(c["replace_pattern"]!.AsArray().Select(pair => ((string)pair![0]!, (string)pair[1]!)))(
            c.Texts("lines")).ToArray(),
        ["numericalize"] = c => D.numericalize_tokens_from_iterator(
            new Dictionary<string, long> { ["a"] = 4, ["b"] = 0, ["c"] = 2 }, c.TextLists("texts"), c.OptionalTexts("removed_tokens")).ToArray(),
        ["filter_wikipedia_xml"] = c => D.filter_wikipedia_xml(c.Texts("lines")).ToArray(),
    };

    /// <summary>The type that Python's torch calls so.</summary>
    public static ScalarType TypeOf(string name) => Enum.GetValues<ScalarType>().Single(type => type switch
    {
        ScalarType.Byte => name == "uint8",
        ScalarType.ComplexFloat32 => name == "complex64",
        ScalarType.ComplexFloat64 => name == "complex128",
        _ => name == type.ToString().ToLowerInvariant(),
    });

    private static long[] Range(int count) => [.. Enumerable.Range(0, count).Select(i => (long)i)];

    private static object AddToken(StepCase c)
    {
        var begin = c.Get<bool>("begin");
        torchtext.ITransform transform = c["token_id"]!.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? T.AddToken(c.Get<string>("token_id"), begin)
            : T.AddToken(c.Get<long>("token_id"), begin);
        return transform.call(c.Input());
    }

    private static object Pad(StepCase c)
    {
        var shape = StepCase.NumbersOf(c["shape"]!);
        return T.PadTransform(c.Get<int>("max_length"), c.Get<int>("pad_value")).call(arange(shape.Aggregate(1L, (a, b) => a * b)).reshape(shape));
    }

    private static object Mask(StepCase c)
    {
        var rows = (long[][])c.Input("tokens");
        manual_seed(c.Get<long>("seed"));
        var (masked, target, mask) = T.MaskTransform(30, 29, 1, 0, c.Get<bool>("mask_bos"), c.Get<double>("mask_prob"))
            .call(torchtext.functional.to_tensor(rows));
        return new object[] { masked, target, mask };
    }
}
