using static SoundClassification.Sounds.Voice;

namespace SoundClassification.Sounds;

/// <summary>Sounds of things that happen.</summary>
internal static class Events
{
    public static float[] Bird(Random dice)
    {
        var sound = new float[Rate];
        var (middle, sweep, length) = (dice.Range(1800, 4200), dice.Range(-0.35f, 0.35f), dice.Range(0.04f, 0.13f));
        var (count, gap) = (dice.Next(2, 7), dice.Range(0.03f, 0.1f));
        for (var i = 0; i < count; i++)
        {
            var (start, seconds) = (middle * dice.Range(0.92f, 1.08f), length * dice.Range(0.8f, 1.2f));
            var chirp = Tone((int)(seconds * Rate), time => start * (1 + (sweep * time / seconds)), Sine);
            Mix(sound, Shaped(chirp, time => MathF.Sin(MathF.PI * Math.Min(time / seconds, 1))), (int)(i * (length + gap) * Rate), dice.Range(0.6f, 1f));
        }

        return sound;
    }

    public static float[] Drum(Random dice)
    {
        var sound = new float[Rate];
        var (hertz, ring, snap) = (dice.Range(55, 190), dice.Range(0.06f, 0.2f), dice.Range(0.1f, 0.8f));
        var (hits, gap) = (dice.Next(1, 5), dice.Range(0.12f, 0.3f));
        for (var hit = 0; hit < hits; hit++)
        {
            var skin = Shaped(Tone(Rate / 2, time => hertz * (1 + (1.5f * MathF.Exp(-time / 0.02f))), Sine), Struck(0.001f, ring));
            Mix(skin, Shaped(Noise(Rate / 4, dice), Struck(0.001f, 0.03f)), 0, snap);
            Mix(sound, skin, (int)(hit * gap * Rate * dice.Range(0.95f, 1.05f)), dice.Range(0.6f, 1f));
        }

        return sound;
    }

    public static float[] Engine(Random dice)
    {
        var (idle, rise) = (dice.Range(22, 75), dice.Range(-0.2f, 0.5f));
        // Each stroke is a little different, and the cylinders among themselves.
        var (strength, cylinder) = (new float[4], 0);
        for (var i = 0; i < strength.Length; i++)
        {
            strength[i] = dice.Range(0.6f, 1f);
        }

        var before = 0f;
        var pulses = Tone(Rate, time => idle * (1 + (rise * time)) * (1 + (0.03f * MathF.Sin(40 * time))), phase =>
        {
            cylinder += phase < before ? 1 : 0;
            before = phase;
            return strength[cylinder % 4] * MathF.Exp(-9 * phase) * ((2 * dice.NextSingle()) - 0.4f);
        });
        var (first, second) = (dice.Range(110, 320), dice.Range(500, 1400));
        var sound = Resonate(pulses, first, 90);
        Mix(sound, Resonate(pulses, second, 300), 0, 0.5f);
        return sound;
    }

    public static float[] Siren(Random dice)
    {
        var (low, high, speed) = (dice.Range(350, 700), dice.Range(900, 1700), dice.Range(0.7f, 3.5f));
        var (start, partials) = (dice.NextSingle(), dice.Next(2, 6));
        return Tone(Rate, time => low + ((high - low) * (0.5f + (0.5f * MathF.Sin(MathF.Tau * ((speed * time) + start))))), Saw(partials));
    }

    public static float[] Rain(Random dice)
    {
        var sound = Dull(Noise(Rate, dice), dice.Range(2000, 6500));
        var drops = dice.Next(20, 120);
        for (var i = 0; i < drops; i++)
        {
            var drop = Resonate(Shaped(Noise(400, dice), Struck(0.0005f, 0.004f)), dice.Range(900, 5000), 200);
            Mix(sound, drop, dice.Next(Rate), dice.Range(3f, 18f));
        }

        return sound;
    }

    public static float[] Knock(Random dice)
    {
        var sound = new float[Rate];
        var (body, width, count) = (dice.Range(180, 900), dice.Range(60, 220), dice.Next(2, 6));
        var gap = dice.Range(0.1f, 0.22f);
        for (var i = 0; i < count; i++)
        {
            var knock = Shaped(Noise(Rate / 8, dice), Struck(0.0005f, 0.006f));
            Mix(sound, Resonate(knock, body * dice.Range(0.97f, 1.03f), width), (int)(i * gap * Rate * dice.Range(0.93f, 1.07f)), dice.Range(0.6f, 1f));
        }

        return sound;
    }
}
