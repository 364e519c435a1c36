using static SoundClassification.Sounds.Voice;

namespace SoundClassification.Sounds;

/// <summary>Sounds with a pitch. Their ranges overlap: it is not the pitch that tells them apart.</summary>
internal static class Instruments
{
    // Partials of a church bell: hum, prime, tierce, quint, nominal and above.
    private static readonly float[] BellPartials = [0.5f, 1f, 1.183f, 1.506f, 2f, 2.514f, 2.662f, 3.011f, 4.166f];

    public static float[] Bell(Random dice)
    {
        var sound = new float[Rate];
        var (prime, ring) = (dice.Range(250, 900), dice.Range(0.15f, 0.5f));
        foreach (var partial in BellPartials)
        {
            var hertz = prime * partial * dice.Range(0.995f, 1.005f);
            if (hertz < 0.45f * Rate)
            {
                var tone = Shaped(Tone(Rate, _ => hertz, Sine), Struck(0.002f, ring / MathF.Sqrt(partial)));
                Mix(sound, tone, 0, dice.Range(0.3f, 1f) / MathF.Sqrt(partial));
            }
        }

        return sound;
    }

    public static float[] Flute(Random dice)
    {
        var (hertz, wobble, depth) = (dice.Range(260, 1100), dice.Range(4, 6.5f), dice.Range(0.002f, 0.012f));
        var (second, third) = (dice.Range(0.1f, 0.4f), dice.Range(0.03f, 0.2f));
        var length = (int)(Rate * dice.Range(0.45f, 0.95f));
        var tone = Tone(
            length,
            time => hertz * (1 + (depth * MathF.Sin(MathF.Tau * wobble * time))),
            phase => Sine(phase) + (second * Sine(2 * phase)) + (third * Sine(3 * phase)));
        Mix(tone, Resonate(Noise(length, dice), hertz * 2, hertz), 0, dice.Range(0.3f, 1f));
        var (attack, end) = (dice.Range(0.04f, 0.12f), length / (float)Rate);
        return Shaped(tone, time => Math.Min(Math.Min(time / attack, (end - time) / 0.08f), 1));
    }

    /// <summary>A plucked string after Karplus and Strong: noise that goes round a delay line and loses its edges.</summary>
    public static float[] Guitar(Random dice)
    {
        var hertz = dice.Range(85, 520);
        var line = Dull(Noise(Math.Max(2, (int)(Rate / hertz)), dice), dice.Range(1500, 6000));
        var loss = MathF.Pow(0.001f, 1 / (hertz * dice.Range(0.6f, 2.5f)));
        var sound = new float[Rate];
        for (var i = 0; i < Rate; i++)
        {
            var (here, next) = (i % line.Length, (i + 1) % line.Length);
            sound[i] = line[here];
            line[here] = loss * 0.5f * (line[here] + line[next]);
        }

        return sound;
    }

    public static float[] Trumpet(Random dice)
    {
        var hertz = dice.Range(170, 620);
        var length = (int)(Rate * dice.Range(0.4f, 0.9f));
        var saw = Tone(length, time => hertz * (1 - (0.03f * MathF.Exp(-time / 0.03f))), Saw((int)Math.Min(14, 0.45f * Rate / hertz)));
        // A brass tone grows brighter as it grows louder.
        var (dull, bright) = (Dull(saw, dice.Range(500, 900)), Dull(saw, dice.Range(2500, 5000)));
        var (attack, end) = (dice.Range(0.03f, 0.09f), length / (float)Rate);
        return [.. Enumerable.Range(0, length).Select(i =>
        {
            var time = i / (float)Rate;
            var loud = Math.Min(Math.Min(time / attack, (end - time) / 0.06f), 1);
            return loud * (((1 - loud) * dull[i]) + (loud * bright[i]));
        })];
    }
}
