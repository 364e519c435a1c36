namespace SoundClassification.Training;

/// <summary>How sounds enter the network: so many frames, turned into so many bands of mel frequencies and steps of time.</summary>
/// <param name="SampleRate">Frames per second.</param>
/// <param name="Frames">Length of a sound.</param>
internal sealed record SoundShape(int SampleRate, int Frames)
{
    /// <summary>Bands from 50 Hz to half the sample rate.</summary>
    public const int Bands = 40;

    private const int HighestRate = 16_000;
    private const double LongestSeconds = 4, Covered = 0.95;

    public double Seconds => Frames / (double)SampleRate;

    /// <summary>Frames of a window, 32 ms.</summary>
    public int Window => SampleRate * 32 / 1000;

    /// <summary>Frames from one step to the next, 10 ms.</summary>
    public int Hop => SampleRate / 100;

    /// <summary>Steps of time in a spectrogram.</summary>
    public int Steps => (Frames / Hop) + 1;

    public override string ToString() => $"spectrograms of {Bands} mel bands, {Steps} steps of {1000.0 * Hop / SampleRate:0.#} ms";

    /// <summary>What the settings say, and for what they leave open: the rate of most files, and a length that nearly all fit into.</summary>
    public static SoundShape Of(IReadOnlyList<TorchSharp.torchaudio.AudioMetaData> about, Settings settings)
    {
        var rate = settings.SampleRate > 0
            ? settings.SampleRate
            : Math.Min(HighestRate, about.GroupBy(file => file.sample_rate).MaxBy(group => group.Count())!.Key);
        double[] lengths = [.. about.Select(file => file.frame_count / (double)file.sample_rate).Order()];
        var seconds = settings.Seconds > 0
            ? settings.Seconds
            : Math.Clamp(Math.Ceiling(10 * lengths[(int)(Covered * (lengths.Length - 1))]) / 10, 0.2, LongestSeconds);
        return new SoundShape(rate, (int)(seconds * rate));
    }
}
