namespace SoundClassification.Sounds;

/// <summary>
/// Takes a sound as a microphone would: at some moment of the recording, at some distance, in a room that answers, with noise around it and often
/// another sound behind it. Neither the loudness nor the room nor the noise tells the class.
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
        if (dice.Next(2) == 0)
        {
            // Whatever it is, it is the quieter one.
            var other = Catalogue.All[dice.Next(Catalogue.All.Count)].Make(dice);
            Mix(recording, other, dice.Next(Length / 2), dice.Range(6, 16));
        }

        Echo(recording, dice);
        KeepLevel(recording);
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

        Mix(recording, noise, 0, dice.Range(-2, 22));
    }

    /// <summary>Adds a sound that is so many decibels quieter.</summary>
    private static void Mix(float[] recording, float[] sound, int start, float decibels) =>
        Voice.Mix(recording, sound, start, MathF.Pow(10, -decibels / 20) * Loudness(recording) / Loudness(sound));

    /// <summary>Takes away what does not swing, as every microphone does.</summary>
    private static void KeepLevel(float[] recording)
    {
        float before = 0, value = 0;
        for (var i = 0; i < recording.Length; i++)
        {
            value = recording[i] - before + (0.99f * value);
            (before, recording[i]) = (recording[i], value);
        }
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
