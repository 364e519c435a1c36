using System.Buffers.Binary;
using System.IO.Compression;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using BinRule = TorchSharp.Utils.tensorboard.Enums.HistogramBinSelector;
using Fields = Bindings.Tests.TensorBoard.EventReader.Fields;

namespace Bindings.Tests.TensorBoard;

/// <summary>What is in the files, read back field by field.</summary>
public sealed class SummaryWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_begins_with_its_version_and_is_named_as_TensorBoard_names_it()
    {
        using (var writer = utils.tensorboard.SummaryWriter(folder.Path, ".mine"))
        {
            Assert.Equal(folder.Path, writer.LogDir);
        }

        string name = Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path)));
        Assert.Matches(@"^events\.out\.tfevents\.\d{10}\..+\.\d+\.\d+\.mine$", name);
        Fields first = Assert.Single(EventReader.Only(folder.Path));
        Assert.Equal("brain.Event:2", first.Text(3));
        Assert.InRange(first.Get<double>(1), EventFile.Now() - 60, EventFile.Now());
    }

    [Fact]
    public void Numbers_have_names_steps_and_times()
    {
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_scalar("loss/train", 0.5f, 3);
            writer.add_scalar("zero", 0.0, 4, walltime: 12.5);
            writer.add_scalar("new", 2.0, -1, new_style: true);
            writer.add_scalar("stepless", double.NaN);
        }

        List<Fields> events = EventReader.Only(folder.Path);
        Fields value = Value(events[1]);
        Assert.Equal(("loss/train", 0.5f, 3L), (value.Text(1), value.Get<float>(2), events[1].Get<long>(2)));
        Assert.Equal((12.5, 0f), (events[2].Get<double>(1), Value(events[2]).Get<float>(2)));
        Fields tensorValue = Value(events[3]);
        Assert.Equal([2f], tensorValue.Message(8).Floats(5));
        Assert.Equal("scalars", tensorValue.Message(9).Message(1).Text(1));
        Assert.Equal(-1L, events[3].Get<long>(2));
        Assert.False(events[4].Has(2));
        Assert.True(float.IsNaN(Value(events[4]).Get<float>(2)));
    }

    [Fact]
    public void Numbers_of_one_chart_have_files_of_their_own()
    {
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_scalars("run/x", new Dictionary<string, float> { ["sin"] = 1, ["cos"] = 2 }, 7);
            writer.add_scalars("run/x", [("sin", 3f)], 8);
        }

        List<Fields> sines = EventReader.Only(Path.Combine(folder.Path, "run_x_sin"));
        Assert.Equal([1f, 3f], sines.Skip(1).Select(e => Value(e).Get<float>(2)));
        Assert.Equal("run/x", Value(sines[1]).Text(1));
        Assert.Equal(2f, Value(EventReader.Only(Path.Combine(folder.Path, "run_x_cos"))[1]).Get<float>(2));
    }

    [Fact]
    public void Histograms_keep_their_counts()
    {
        using DisposeScope scope = NewDisposeScope();
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_histogram("h", tensor(new[] { 1f, 2f, 2f }), 0, BinRule.Sqrt);
            writer.add_histogram_raw("raw", 0, 1, 2, 3, 4, [0.5, 1.0], [1.0, 1.0], 1);
            Assert.Throws<ArgumentException>(() => writer.add_histogram("empty", zeros(0), 0));
            Assert.Throws<ArgumentException>(() => writer.add_histogram("nan", full(2, float.NaN), 0));
            Assert.Throws<ArgumentException>(() => writer.add_histogram_raw("raw", 0, 1, 2, 3, 4, [0.5], [1.0, 1.0], 1));
        }

        List<Fields> events = EventReader.Only(folder.Path);
        Fields histogram = Value(events[1]).Message(5);
        Assert.Equal((1.0, 2.0, 3.0, 5.0, 9.0),
            (histogram.Get<double>(1), histogram.Get<double>(2), histogram.Get<double>(3), histogram.Get<double>(4), histogram.Get<double>(5)));
        Assert.Equal([1.0, 1.5, 2.0], histogram.Doubles(6));
        Assert.Equal([0.0, 1.0, 2.0], histogram.Doubles(7));
        Assert.Equal([0.5, 1.0], Value(events[2]).Message(5).Doubles(6));
    }

    [Fact]
    public void Pictures_are_PNG_files_with_their_pixels()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor picture = arange(24, dtype: ScalarType.Byte).reshape(2, 4, 3);
        byte[] encoded;
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_img("byte", picture, 1, dataformats: "HWC");
            writer.add_image("float", tensor(new[] { -1f, 0f, 0.5f, 2f }).reshape(1, 2, 2), 2);
            writer.add_images("grid", ones(3, 1, 2, 2), 3);
            encoded = utils.tensorboard.Summary.make_image(picture).EncodedImageString;
            writer.add_figure("figure", encoded, 4);
            Assert.Throws<ArgumentException>(() => writer.add_image("bad", picture, 1, dataformats: "HWX"));
            Assert.Throws<ArgumentException>(() => writer.add_image("bad", picture, 1, dataformats: "HW"));
            Assert.Throws<ArgumentException>(() => writer.add_image("bad", "no picture"u8.ToArray(), 1));
            writer.add_video("video", zeros([1, 3, 3, 2, 2]), 5, fps: 2);
        }

        List<Fields> events = EventReader.Only(folder.Path);
        Fields image = Value(events[1]).Message(4);
        Assert.Equal((2L, 4L, 3L), (image.Get<long>(1), image.Get<long>(2), image.Get<long>(3)));
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (byte)i), Pixels(image.Get<byte[]>(4), 2));
        Assert.Equal([0, 0, 0, 0, 0, 0, 127, 127, 127, 255, 255, 255], Pixels(Value(events[2]).Message(4).Get<byte[]>(4), 2));
        Assert.Equal(6L, Value(events[3]).Message(4).Get<long>(2));
        Fields figure = Value(events[4]).Message(4);
        Assert.Equal((2L, 4L, 3L), (figure.Get<long>(1), figure.Get<long>(2), figure.Get<long>(3)));
        Assert.Equal(encoded, figure.Get<byte[]>(4));
        byte[] video = Value(events[5]).Message(4).Get<byte[]>(4);
        Assert.Equal(2, System.Text.Encoding.Latin1.GetString(video).Split("fdAT").Length - 1);
        Assert.Contains("acTL", System.Text.Encoding.Latin1.GetString(video), StringComparison.Ordinal);
    }

    [Fact]
    public void Sounds_are_WAV_files()
    {
        using DisposeScope scope = NewDisposeScope();
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_audio("a", tensor(new[] { 0f, 1f, -2f }).unsqueeze(0), 1, sample_rate: 8000);
            Assert.Throws<ArgumentException>(() => writer.add_audio("stereo", zeros(2, 5)));
        }

        Fields audio = Value(EventReader.Only(folder.Path)[1]).Message(6);
        Assert.Equal((8000f, 1L, 3L, "audio/wav"), (audio.Get<float>(1), audio.Get<long>(2), audio.Get<long>(3), audio.Text(5)));
        byte[] wave = audio.Get<byte[]>(4);
        Assert.Equal(8000, BinaryPrimitives.ReadInt32LittleEndian(wave.AsSpan(24)));
        Assert.Equal([0, 32767, -32767], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(wave.AsSpan(44)).ToArray());
    }

    [Fact]
    public void Texts_curves_settings_and_layouts_are_their_plugins()
    {
        using DisposeScope scope = NewDisposeScope();
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_text("note", "*ä*", 1);
            writer.add_pr_curve("pr", tensor(new[] { 0L, 1L }), tensor(new[] { 0.1f, 0.9f }), 2, num_thresholds: 3);
            writer.add_custom_scalars_multilinechart(["a", "b"], "cat", "chart");
            writer.add_custom_scalars_marginchart(["v", "l", "u"]);
            Assert.Throws<ArgumentException>(() => writer.add_custom_scalars_marginchart(["v", "l"]));
            writer.add_hparams(
                new Dictionary<string, object?> { ["lr"] = 0.1, ["name"] = "adam", ["flag"] = true, ["none"] = null },
                new Dictionary<string, double> { ["acc"] = 0.75 }, new Dictionary<string, IReadOnlyList<object>> { ["lr"] = [0.1, 0.2] }, "trial", 9);
            Assert.Throws<ArgumentException>(() => writer.add_hparams(
                new Dictionary<string, object?> { ["x"] = new object() }, new Dictionary<string, double>()));
        }

        List<Fields> events = EventReader.Only(folder.Path);
        Fields text = Value(events[1]);
        Assert.Equal(("note/text_summary", "*ä*", "text"), (text.Text(1), text.Message(8).Text(8), text.Message(9).Message(1).Text(1)));
        Assert.Equal(1L, text.Message(8).Message(2).Message(2).Get<long>(1));
        Fields curve = Value(events[2]);
        Assert.Equal("pr_curves", curve.Message(9).Message(1).Text(1));
        Assert.Equal([1f, 1f, 0f, 1f, 0f, 0f, 0f, 1f, 1f, 0f, 0f, 1f, 0.5f, 1f, 0f, 1f, 1f, 0f], curve.Message(8).Floats(5));
        Assert.Equal([6L, 3L], curve.Message(8).Message(2).Messages(2).Select(dim => dim.Get<long>(1)));
        Fields category = new Fields(Value(events[3]).Message(8).Get<byte[]>(8)).Message(2);
        Assert.Equal(("cat", "chart"), (category.Text(1), category.Message(2).Text(1)));
        Assert.Equal(["a", "b"], category.Message(2).Message(2).Texts(1));
        Fields margin = new Fields(Value(events[4]).Message(8).Get<byte[]>(8)).Message(2).Message(2).Message(3).Message(1);
        Assert.Equal(("v", "l", "u"), (margin.Text(1), margin.Text(2), margin.Text(3)));

        List<Fields> trial = EventReader.Only(Path.Combine(folder.Path, "trial"));
        Assert.Equal(["_hparams_/experiment", "_hparams_/session_start_info", "_hparams_/session_end_info", "acc"], trial.Skip(1).Select(e => Value(e).Text(1)));
        Fields experiment = Value(trial[1]).Message(9).Message(1).Message(2).Message(2);
        Assert.Equal([("lr", 3L), ("name", 1L), ("flag", 2L)], experiment.Messages(4).Select(info => (info.Text(1), info.Get<long>(4))));
        Assert.Equal([0.1, 0.2], experiment.Messages(4)[0].Message(5).Messages(1).Select(value => value.Get<double>(2)));
        Assert.Equal("acc", experiment.Message(5).Message(1).Text(2));
        List<Fields> start = Value(trial[2]).Message(9).Message(1).Message(2).Message(3).Messages(1);
        Assert.Equal(0.1, start[0].Message(2).Get<double>(2));
        Assert.Equal("adam", start[1].Message(2).Text(3));
        Assert.Equal(1L, start[2].Message(2).Get<long>(4));
        Assert.Equal(1L, Value(trial[3]).Message(9).Message(1).Message(2).Message(4).Get<long>(1));
    }

    [Fact]
    public void Vectors_lie_beside_the_events()
    {
        using DisposeScope scope = NewDisposeScope();
        using (var writer = new SummaryWriter(folder.Path))
        {
            writer.add_embedding(tensor(new[] { 1.5f, 2f, 3f, 4f }).reshape(2, 2), ["a", "b"], zeros(2, 3, 4, 4), 7, "odd tag");
            writer.add_embedding(zeros(1, 2));
            Assert.Throws<ArgumentException>(() => writer.add_embedding(zeros(2, 2), ["one"]));
        }

        string at = Path.Combine(folder.Path, "00007", "odd%20tag");
        Assert.Equal("1.5\t2\n3\t4\n", File.ReadAllText(Path.Combine(at, "tensors.tsv")));
        Assert.Equal("a\nb\n", File.ReadAllText(Path.Combine(at, "metadata.tsv")));
        Assert.True(File.Exists(Path.Combine(at, "sprite.png")));
        string config = File.ReadAllText(Path.Combine(folder.Path, "projector_config.pbtxt"));
        Assert.Equal(2, config.Split("embeddings {").Length - 1);
        Assert.Contains("tensor_name: \"odd tag:00007\"", config, StringComparison.Ordinal);
        Assert.Contains("single_image_dim: 4\nsingle_image_dim: 4\n", config, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_on_takes_back_what_came_later()
    {
        using (var writer = new SummaryWriter(folder.Path, purge_step: 40))
        {
            writer.flush();
        }

        List<Fields> events = EventReader.Only(folder.Path);
        Assert.Equal(40L, events[2].Get<long>(2));
        Assert.Equal(1L, events[2].Message(7).Get<long>(1));
    }

    [Fact]
    public void Events_are_there_whole_after_a_flush_and_when_there_are_many()
    {
        using var writer = new SummaryWriter(folder.Path, max_queue: 3);
        for (int step = 0; step < 3; step++)
        {
            writer.add_scalar("x", step, step);
        }

        string file = Assert.Single(Directory.GetFiles(folder.Path));
        Assert.Single(EventReader.Read(ReadShared(file)));
        writer.add_scalar("x", 3, 3);
        Assert.Equal(5, EventReader.Read(ReadShared(file)).Count);
        writer.add_scalar("x", 4, 4);
        writer.flush();
        Assert.Equal(6, EventReader.Read(ReadShared(file)).Count);
        writer.close();
        writer.close();
        Assert.Throws<ObjectDisposedException>(() => writer.add_scalar("x", 5, 5));
    }

    [Fact]
    public async Task Threads_do_not_mix_their_events()
    {
        using (var writer = new SummaryWriter(folder.Path))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
            {
                for (int step = 0; step < 200; step++)
                {
                    writer.add_scalar($"thread{thread}", step, step);
                }
            })));
        }

        var steps = EventReader.Only(folder.Path).Skip(1).GroupBy(e => Value(e).Text(1)).ToList();
        Assert.Equal(4, steps.Count);
        Assert.All(steps, thread => Assert.Equal(Enumerable.Range(1, 199).Select(i => (float)i), thread.Skip(1).Select(e => Value(e).Get<float>(2))));
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xE3069283u)]
    public void Checksums_are_masked_CRC32C(string text, uint plain)
    {
        byte[] data = System.Text.Encoding.ASCII.GetBytes(text);
        uint masked = EventRecord.MaskedCrc(data);
        Assert.Equal(EventReader.MaskedCrc(data), masked);
        Assert.Equal(plain, System.Numerics.BitOperations.RotateLeft(unchecked(masked - 0xa282ead8), 15));
    }

    private static Fields Value(Fields @event) => @event.Message(5).Message(1);

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Pixels(byte[] png, int rows)
    {
        int at = System.Text.Encoding.Latin1.GetString(png).IndexOf("IDAT", StringComparison.Ordinal);
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at - 4));
        using var zlib = new ZLibStream(new MemoryStream(png, at + 4, length), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        int stride = (int)raw.Length / rows;
        return [.. Enumerable.Range(0, rows).SelectMany(row => raw.ToArray()[((row * stride) + 1)..((row + 1) * stride)])];
    }
}
