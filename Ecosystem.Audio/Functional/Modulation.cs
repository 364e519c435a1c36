using Torchlight.Audio.Interop;
using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Adds a sound to itself, its delay swinging and its echoes dying away, as SoX's "phaser"; limits the result to [-1, 1].</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="gain_in">What the sound enters with, from 0 to 1; default 0.4.</param>
        /// <param name="gain_out">What the result leaves with; default 0.74.</param>
        /// <param name="delay_ms">The longest delay in milliseconds, from 0 to 5; default 3.</param>
        /// <param name="decay">What is left of each echo, from 0 to 0.99; default 0.4.</param>
        /// <param name="mod_speed">Swings per second; default 0.5.</param>
        /// <param name="sinusoidal">Whether the delay follows a sine (the default), or a triangle.</param>
        /// <exception cref="ArgumentException">The sound's type is another one, or a number is out of range.</exception>
        public static Tensor phaser(
            Tensor waveform, int sample_rate, double gain_in = 0.4, double gain_out = 0.74, double delay_ms = 3.0, double decay = 0.4,
            double mod_speed = 0.5, bool sinusoidal = true)
        {
            RequireModulated(waveform, 1, "[..., time]", sample_rate, mod_speed, nameof(phaser), nameof(mod_speed));
            var longest = (int)((delay_ms * 0.001 * sample_rate) + 0.5);
            Require.Positive(longest, nameof(phaser), nameof(delay_ms));
            var swing = WaveTable.Of(sinusoidal, (int)((sample_rate / mod_speed) + 0.5), 1, longest, Math.PI / 2);
            int[] delays = [.. swing.Select(value => longest + 1 - (int)(value + 0.5))];
            using var scope = NewDisposeScope();
            return (CombFilter.apply(waveform * gain_in, delays, decay, false) * gain_out).clamp(-1, 1).MoveToOuterDisposeScope();
        }

        /// <summary>Mixes a sound with itself, its delay swinging, as SoX's "flanger"; limits the result to [-1, 1].</summary>
        /// <param name="waveform">The sound, [..., channel, time]; float32 or float64.</param>
        /// <param name="sample_rate">Samples per second.</param>
        /// <param name="delay">The shortest delay in milliseconds, from 0 to 30; default 0.</param>
        /// <param name="depth">How far the delay swings in milliseconds, from 0 to 10; default 2.</param>
        /// <param name="regen">Feedback in percent, from -95 to 95; default 0.</param>
        /// <param name="width">The part of the delayed sound in percent, from 0 to 100; default 71.</param>
        /// <param name="speed">Swings per second, from 0.1 to 10; default 0.5.</param>
        /// <param name="phase">How far the swing is ahead from channel to channel, in percent of its period; default 25.</param>
        /// <param name="modulation">"sinusoidal" (the default) or "triangular".</param>
        /// <param name="interpolation">"linear" (the default) or "quadratic".</param>
        /// <exception cref="ArgumentException">The sound's type or shape is another one, a number is out of range, or a name is unknown.</exception>
        public static Tensor flanger(
            Tensor waveform, int sample_rate, double delay = 0.0, double depth = 2.0, double regen = 0.0, double width = 71.0, double speed = 0.5,
            double phase = 25.0, string modulation = "sinusoidal", string interpolation = "linear")
        {
            RequireModulated(waveform, 2, "[..., channel, time]", sample_rate, speed, nameof(flanger), nameof(speed));
            Require.NotNegative(delay, nameof(flanger));
            Require.NotNegative(depth, nameof(flanger));
            Require.NotNegative(phase, nameof(flanger));
            RequirePercent(width, nameof(flanger), nameof(width));
            RequirePercent(Math.Abs(regen), nameof(flanger), nameof(regen));
            var sinusoidal = IsFirst(modulation, "sinusoidal", "triangular", nameof(modulation));
            var linear = IsFirst(interpolation, "linear", "quadratic", nameof(interpolation));

            var longest = (int)(((delay + depth) / 1000 * sample_rate) + 0.5);
            var period = (int)(sample_rate / speed);
            var swing = WaveTable.Of(sinusoidal, period, Math.Floor((delay / 1000 * sample_rate) + 0.5), longest, 3 * Math.PI / 2);
            float[] delays = [.. swing.Select(value => (float)value)];
            long[] offsets = [.. Enumerable.Range(0, (int)waveform.shape[^2]).Select(channel => (long)((channel * period * (phase / 100)) + 0.5))];
            var line = new DelayLine { Capacity = longest + 2, Quadratic = linear ? 0 : 1, Feedback = regen / 100 };

            var dry = 1 / (1 + (width / 100));
            var wet = width / 100 * dry * (1 - Math.Abs(line.Feedback));
            using var scope = NewDisposeScope();
            return ((waveform * dry) + (DelayFilter.apply(waveform, delays, offsets, line) * wet)).clamp(-1, 1).MoveToOuterDisposeScope();
        }

        private static void RequireModulated(
            Tensor waveform, int dimensions, string layout, int sample_rate, double speed, string function, string speedName)
        {
            Require.Dimensions(waveform, dimensions, layout, function);
            if (waveform.dtype is not (ScalarType.Float32 or ScalarType.Float64))
            {
                throw new ArgumentException($"{function} takes a float32 or float64 waveform, but this one is {Require.Describe(waveform)}.", nameof(waveform));
            }

            Require.Positive(sample_rate, function);
            Require.Positive(speed, function, speedName);
            if (!(sample_rate / speed is >= 1 and < int.MaxValue))
            {
                throw new ArgumentOutOfRangeException(speedName, speed, $"{function}: a swing has to take from one sample to {int.MaxValue}.");
            }
        }

        private static bool IsFirst(string value, string first, string second, string name) => value == first || (value == second
            ? false
            : throw new ArgumentException($"{name} is \"{first}\" or \"{second}\", not \"{value}\".", name));
    }
}
