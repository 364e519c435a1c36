using Text.Tests.Datasets;
using TorchSharp;
using static TorchSharp.torch;
using T = TorchSharp.torchtext.transforms;

namespace Text.Tests.Transforms;

/// <summary>Transforms in a row, and what they say of inputs that they do not take.</summary>
public sealed class TextTransformTests : IDisposable
{
    private static readonly torchtext.vocab.Vocab Words = new(["<pad>", "<unk>", "a", "film", "good"], default_index: 1);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Refused<TProblem>(Func<object?> mistake)
        where TProblem : Exception => Assert.ThrowsAny<TProblem>(mistake).Message;

    [Fact]
    public void Steps_in_a_row_take_a_text_or_a_batch_of_texts()
    {
        var steps = T.Sequential(
            T.Lambda(text => text.Split(' ')), T.VocabTransform(Words), T.Truncate(3), T.AddToken(9), T.AddToken(8, begin: false), T.ToTensor(0));

        using var one = steps.call<Tensor>("a good film indeed");
        Assert.Equal([9, 2, 4, 3, 8], one.data<long>().ToArray());
        using var batch = steps.call<Tensor>(new[] { "good", "a bad film" });
        Assert.Equal([2, 5], batch.shape);
        Assert.Equal([9, 4, 8, 0, 0, 9, 2, 1, 3, 8], batch.data<long>().ToArray());
    }

    [Fact]
    public void A_tensor_that_comes_between_is_disposed_and_the_last_one_is_not()
    {
        var steps = T.Sequential(T.ToTensor(), T.PadTransform(4, 7), T.PadTransform(3, 7));
        // This thread's: other tests run beside this one.
        var before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        var last = steps.call<Tensor>(new long[] { 1, 2 });
        Assert.Equal([1, 2, 7, 7], last.data<long>().ToArray());
        last.Dispose();
        Assert.Equal(before, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_step_says_what_it_takes_and_what_it_got()
    {
        Assert.Equal("VocabTransform takes tokens, or a list of the tokens of each text; it got a text. (Parameter 'input')",
            Refused<ArgumentException>(() => T.Sequential(T.VocabTransform(Words)).call("text")));
        Assert.Contains("got a list of texts or tokens", Refused<ArgumentException>(() => T.Sequential(T.ToTensor()).call(new[] { "a" })));
        Assert.Contains("got a Int32[]", Refused<ArgumentException>(() => T.Sequential(T.ToTensor()).call(new[] { 1 })));
        Assert.Contains("adds the index 5", Refused<ArgumentException>(() => T.AddToken(5).call(["a"])));
        Assert.Contains("adds the token '<s>'", Refused<ArgumentException>(() => T.AddToken("<s>").call([1L])));
        Assert.Contains("make a Int64[] of this input, not a Tensor", Refused<ArgumentException>(
            () => T.Sequential(T.VocabTransform(Words)).call<Tensor>(new[] { "a" })));
        Assert.Contains("number 1 is null", Refused<ArgumentException>(() => T.Sequential(T.ToTensor(), null!)));
        Assert.Contains("shape []", Refused<ArgumentException>(() => T.PadTransform(3, 0).call(tensor(1))));
        Assert.Contains("shape [3]", Refused<ArgumentException>(() => T.MaskTransform(9, 1, 2, 3).call(zeros(3, dtype: ScalarType.Int64))));
        Assert.Contains("shape [2, 0]", Refused<ArgumentException>(() => T.MaskTransform(9, 1, 2, 3).call(zeros(2, 0, dtype: ScalarType.Int64))));
        Assert.Contains("int64", Refused<ArgumentException>(() => T.MaskTransform(9, 1, 2, 3).call(zeros(2, 2))));
    }

    [Fact]
    public void Settings_are_checked()
    {
        Assert.Contains("max_seq_len", Refused<ArgumentOutOfRangeException>(() => T.Truncate(-1)));
        Assert.Contains("max_length", Refused<ArgumentOutOfRangeException>(() => T.PadTransform(-1, 0)));
        Assert.Contains("from 0 to 1", Refused<ArgumentOutOfRangeException>(() => T.MaskTransform(9, 1, 2, 3, mask_prob: double.NaN)));
        Assert.Contains("vocab_len", Refused<ArgumentOutOfRangeException>(() => T.MaskTransform(0, 1, 2, 3)));
        Assert.Contains("one of the two", Refused<ArgumentException>(() => T.LabelToIndex()));
        Assert.Contains("one of the two", Refused<ArgumentException>(() => T.LabelToIndex(["a"], "file")));
    }

    [Fact]
    public void A_number_that_cannot_be_read_is_named_with_its_place()
    {
        Assert.Contains("'seven' at position 1", Refused<FormatException>(() => T.StrToIntTransform().call(["1", "seven"])));
        Assert.Contains("position 0 of text 1", Refused<FormatException>(() => T.StrToIntTransform().call([["1"], [""]])));
        var beyond = Refused<OverflowException>(() => T.StrToIntTransform().call(["1", new string('9', 400)]));
        Assert.Contains("at position 1 is a number beyond 64 bits", beyond);
    }

    [Fact]
    public void Ragged_texts_without_padding_are_named()
    {
        Assert.Contains("Text 1 has 1 tokens and text 0 has 2", Refused<ArgumentException>(() => T.ToTensor().call([[1L, 2L], [3L]])));
        Assert.Contains("no text", Refused<ArgumentException>(() => T.ToTensor().call(Array.Empty<long[]>())));
    }

    [Fact]
    public void The_type_of_the_tensor_can_be_chosen()
    {
        using var floats = T.ToTensor(0, ScalarType.Float32).call([[1L], [2L, 3L]]);
        Assert.Equal([1f, 0, 2, 3], floats.data<float>().ToArray());
    }

    [Fact]
    public void Padding_keeps_gradients_and_other_types()
    {
        using var scope = NewDisposeScope();
        var input = ones(2, 3, dtype: ScalarType.Float64, requires_grad: true);
        var padded = T.PadTransform(5, 0.5).call(input);
        Assert.Equal(ScalarType.Float64, padded.dtype);
        Assert.Equal(0.5, padded[1, 4].item<double>());
        padded.sum().backward();
        Assert.Equal(6, input.grad!.sum().item<double>());
    }

    [Fact]
    public void Labels_come_from_a_file_and_unknown_ones_are_named_with_their_place()
    {
        var labels = T.LabelToIndex(label_path: folder.Put("labels.txt", "\uFEFFpos \r\n\r\n  neg\r\u001cmixed\n"));
        Assert.Equal(["pos", "neg", "mixed"], labels.label_names);
        Assert.Equal(1, labels.call("neg"));
        Assert.Equal([2, 0], labels.call(["mixed", "pos"]));
        var message = Refused<KeyNotFoundException>(() => labels.call(["pos", "good"]));
        Assert.Contains("'good' at position 1", message);
        Assert.Contains("'pos', 'neg', 'mixed'", message);
        Assert.Contains("no labels", Refused<ArgumentException>(() => T.LabelToIndex(label_path: folder.Put("empty.txt", "\n \n"))));
        Assert.Contains("bad.txt, line 2", Refused<TextFileException>(() => T.LabelToIndex(label_path: folder.Put("bad.txt", [97, 10, 0xFF, 10]))));
    }
}
