using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.IO;

public class LoadingTests
{
    public static TheoryData<int, string> LoadCases { get; } = Named(SoundGoldens.Loads);

    public static TheoryData<int, string> InfoCases { get; } = Named(SoundGoldens.Infos);

    [Theory]
    [MemberData(nameof(LoadCases))]
    public void A_file_holds_what_the_oracle_finds_in_it(int number, string name)
    {
        using var scope = NewDisposeScope();
        JsonElement golden = SoundGoldens.Loads[number], arguments = golden.GetProperty("arguments");

        (Tensor sound, int rate) = torchaudio.load(
            SoundGoldens.Sound(golden.GetProperty("file").GetString()!),
            SoundGoldens.Number(arguments, "frame_offset") ?? 0,
            SoundGoldens.Number(arguments, "num_frames") ?? -1,
            SoundGoldens.Flag(arguments, "normalize"),
            SoundGoldens.Flag(arguments, "channels_first"));

        Assert.Equal(golden.GetProperty("rate").GetInt32(), rate);
        // Lossy formats are decoded by libraries whose versions differ in the last bits; libopus 1.5 is up to 1e-4 from 1.3.
        double tolerance = name.Contains("opus") ? 2e-4 : name.Contains("ogg") || name.Contains("mp3") ? 1e-5 : 0;
        Sounds.AssertSame(SoundGoldens.Read(golden.GetProperty("sound")), sound, tolerance, name);
        Assert.True(sound.is_contiguous());
    }

    [Theory]
    [MemberData(nameof(LoadCases))]
    public void A_stream_holds_the_same_as_its_file(int number, string name)
    {
        using var scope = NewDisposeScope();
        string path = SoundGoldens.Sound(SoundGoldens.Loads[number].GetProperty("file").GetString()!);
        (Tensor fromFile, _) = torchaudio.load(path, 2, 20);

        // Not at the stream's beginning, and a few bytes at a time.
        using var stream = new MemoryStream();
        stream.Write([1, 2, 3, 4, 5]);
        stream.Write(File.ReadAllBytes(path));
        stream.Position = 5;
        (Tensor fromStream, _) = torchaudio.load(stream, 2, 20);
        using var trickle = new TrickleStream(File.OpenRead(path));
        (Tensor fromTrickle, _) = torchaudio.load(trickle, 2, 20);
        (Tensor fromBytes, _) = torchaudio.load(File.ReadAllBytes(path), 2, 20);

        Sounds.AssertSame(fromFile, fromStream, 0, name);
        Sounds.AssertSame(fromFile, fromTrickle, 0, name);
        Sounds.AssertSame(fromFile, fromBytes, 0, name);
    }

    [Theory]
    [MemberData(nameof(InfoCases))]
    public void A_file_is_described_as_the_oracle_describes_it(int number, string name)
    {
        JsonElement golden = SoundGoldens.Infos[number];

        torchaudio.AudioMetaData about = torchaudio.info(SoundGoldens.Sound(name));

        Assert.Equal(golden.GetProperty("rate").GetInt32(), about.sample_rate);
        Assert.Equal(golden.GetProperty("frames").GetInt32(), about.num_frames);
        Assert.Equal(golden.GetProperty("channels").GetInt32(), about.num_channels);
        string encoding = golden.GetProperty("encoding").GetString()!;
        // soundfile does not know MP3's name, sox_io not that of its samples.
        Assert.Equal(name.EndsWith(".mp3") ? "MP3" : name.EndsWith(".opus") ? "OPUS" : encoding, about.encoding.ToString());
        Assert.Equal(golden.GetProperty("bits").GetInt32(), about.bits_per_sample);
        Assert.Equal(about.frame_count, about.num_frames);
    }

    [Theory]
    [InlineData(-1, -1, "frame_offset")]
    [InlineData(0, 0, "num_frames")]
    [InlineData(0, -2, "num_frames")]
    public void Frames_that_cannot_be_are_refused(long offset, long count, string argument) =>
        Assert.Equal(
            argument, Assert.Throws<ArgumentOutOfRangeException>(() => torchaudio.load(SoundGoldens.Sound("wav_pcm_16_1.wav"), offset, count)).ParamName);

    [Fact]
    public async Task A_name_may_stand_for_a_pipe()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string path = SoundGoldens.Sound("flac_pcm_16_2.flac");
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        Task writing = Task.Run(() =>
        {
            pipe.Write(File.ReadAllBytes(path));
            // Only the end that writes: the other one has to be there to be opened.
            pipe.SafePipeHandle.Dispose();
        });

        using Tensor sound = torchaudio.load($"/proc/self/fd/{pipe.GetClientHandleAsString()}").waveform;
        using Tensor expected = torchaudio.load(path).waveform;

        await writing;
        Sounds.AssertSame(expected, sound, 0, "pipe");
    }

    [Fact]
    public void The_format_that_is_asked_for_is_the_format_that_there_must_be()
    {
        string wav = SoundGoldens.Sound("wav_pcm_16_1.wav"), flac = SoundGoldens.Sound("flac_5.flac");
        using var scope = NewDisposeScope();
        torchaudio.load(wav, format: torchaudio.AudioFormat.WAV);
        torchaudio.load(flac, format: torchaudio.AudioFormat.FLAC);

        Assert.Contains("expected a FLAC file, but this is a WAV file",
            Assert.Throws<AudioFormatException>(() => torchaudio.load(wav, format: torchaudio.AudioFormat.FLAC)).Message);
        var error = Assert.Throws<AudioFormatException>(() => torchaudio.load(flac, format: torchaudio.AudioFormat.WAV));
        Assert.Equal(AudioProblem.UnknownFormat, error.Problem);
        Assert.Contains("not a WAV file", error.Message);
    }

    private static TheoryData<int, string> Named(JsonElement[] cases)
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < cases.Length; i++)
        {
            string arguments = cases[i].TryGetProperty("arguments", out JsonElement given) && given.EnumerateObject().Any() ? given.GetRawText() : "";
            data.Add(i, cases[i].GetProperty("file").GetString() + arguments);
        }

        return data;
    }
}
