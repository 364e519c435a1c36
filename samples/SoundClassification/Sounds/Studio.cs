namespace SoundClassification.Sounds;

/// <summary>
/// Takes a sound as a microphone would: at some moment of the recording, at some distance, in a room that answers, with noise around it. Neither
/// the loudness nor the room nor the noise tells the class.
/// </summary>
internal static class Studio
{
    /// <summary>Frames of a recording.</summary>
    public const int Length = (int)(1.2f * Voice.Rate);

    /// <summary>Records a sound; the same arguments give the same one.</summary>
    /// <returns>Samples in [-1, 1].</returns>
    public static float[] Record(Category category, int seed, int number)
    {
        // A stream of its own for each sound: the number of threads that synthesize changes nothing.
        var dice = new Random(seed);
        for (var i = 0; i < category.Name.Length; i++)
        {
            dice = new Random(dice.Next() ^ category.Name[i]);
        }

        dice = new Random(dice.Next() ^ number);
        var recording = new float[Length];
        Voice.Mix(recording, category.Make(dice), dice.Next(Length / 3), 1);
        Echo(recording, dice);
        Normalize(recording, 1);
        AddNoise(recording, dice);
        Normalize(recording, dice.Range(0.15f, 0.95f));
        return recording;
    }

    private static void Echo(float[] recording, Random dice)
    {
        for (var wall = dice.Next(1, 4); wall > 0; wall--)
        {
            var (delay, share) = ((int)dice.Range(80, 1600), dice.Range(0.05f, 0.35f));
            for (var i = delay; i < recording.Length; i++)
            {
                recording[i] += share * recording[i - delay];
            }
        }
    }

    private static void AddNoise(float[] recording, Random dice)
    {
        var noise = Voice.Noise(recording.Length, dice);
        if (dice.Next(2) == 0)
        {
            noise = Voice.Dull(noise, dice.Range(150, 2500));
        }

        var level = MathF.Pow(10, -dice.Range(4, 30) / 20);
        Voice.Mix(recording, noise, 0, level * Loudness(recording) / Loudness(noise));
    }

    private static float Loudness(float[] sound) => MathF.Sqrt(sound.Sum(sample => sample * sample) / sound.Length) + 1e-9f;

    private static void Normalize(float[] sound, float peak)
    {
        var factor = peak / (sound.Max(MathF.Abs) + 1e-9f);
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] *= factor;
        }
    }
}
