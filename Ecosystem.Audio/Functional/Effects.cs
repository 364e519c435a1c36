using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class functional
    {
        /// <summary>Makes a sound louder or softer.</summary>
        /// <param name="waveform">The sound, [..., time].</param>
        /// <param name="gain_db">By how many decibels; default 1.</param>
        public static Tensor gain(Tensor waveform, double gain_db = 1.0)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            return gain_db == 0 ? waveform.alias() : waveform * Math.Pow(10, gain_db / 20);
        }

        /// <summary>Makes a sound seem louder, as SoX's "contrast": each sample goes through a curve, with no memory.</summary>
        /// <param name="waveform">The sound, [..., time].</param>
        /// <param name="enhancement_amount">How much, in [0, 100]; 0 still sounds different. Default 75.</param>
        /// <exception cref="ArgumentOutOfRangeException">The amount lies outside.</exception>
        public static Tensor contrast(Tensor waveform, double enhancement_amount = 75.0)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            RequirePercent(enhancement_amount, nameof(contrast), nameof(enhancement_amount));
            using var scope = NewDisposeScope();
            var quarter = waveform * (Math.PI / 2);
            return (quarter + ((quarter * 4).sin() * (enhancement_amount / 750))).sin().MoveToOuterDisposeScope();
        }

        /// <summary>Moves a sound's zero, as SoX's "dcshift"; limits the result to [-1, 1].</summary>
        /// <param name="waveform">The sound, [..., time].</param>
        /// <param name="shift">By how much, in [-2, 2].</param>
        /// <param name="limiter_gain">
        /// How much is left of what would be cut off at the end that it moves to; much less than 1, such as 0.02. Null cuts it off.
        /// </param>
        public static Tensor dcshift(Tensor waveform, double shift, double? limiter_gain = null)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var scope = NewDisposeScope();
            if (limiter_gain is not double left || shift == 0)
            {
                return (waveform + shift).clamp(-1, 1).MoveToOuterDisposeScope();
            }

            var threshold = 1 - (Math.Abs(shift) - left);
            var sign = Math.Sign(shift);
            // Seen in the direction of the shift, what lies above the threshold is pressed together.
            var towards = waveform * sign;
            var pressed = ((towards - threshold) * left / (1 - threshold) + threshold + Math.Abs(shift)).clamp_max(threshold) * sign;
            return torch.where(towards > threshold, pressed, (waveform + shift).clamp(-1, 1)).MoveToOuterDisposeScope();
        }

        /// <summary>Distorts a sound without sharp edges, as SoX's "overdrive"; limits the result to [-1, 1].</summary>
        /// <param name="waveform">The sound, [..., time]; float32 or float64.</param>
        /// <param name="gain">How much, in decibels from 0 to 100; default 20.</param>
        /// <param name="colour">How many even harmonics, from 0 to 100; default 20.</param>
        /// <exception cref="ArgumentException">A number lies outside, or the sound's type is another one.</exception>
        public static Tensor overdrive(Tensor waveform, double gain = 20, double colour = 20)
        {
            Require.Dimensions(waveform, 1, "[..., time]", nameof(overdrive));
            RequirePercent(gain, nameof(overdrive), nameof(gain));
            RequirePercent(colour, nameof(overdrive), nameof(colour));
            using var scope = NewDisposeScope();
            // Driven through a cubic that is flat from -1 and 1 on, then freed of the offset that the colour gave it.
            var driven = ((waveform * Math.Exp(gain * Math.Log(10) / 20)) + (colour / 200)).clamp(-1, 1);
            var shaped = driven - (driven.pow(3) / 3);
            var freed = lfilter(
                shaped, torch.tensor([1.0, -0.995], dtype: waveform.dtype, device: waveform.device),
                torch.tensor([1.0, -1.0], dtype: waveform.dtype, device: waveform.device), clamp: false);
            return ((waveform * 0.5) + (freed * 0.75)).clamp(-1, 1).MoveToOuterDisposeScope();
        }

        private static void RequirePercent(double value, string function, string name)
        {
            if (!(value is >= 0 and <= 100))
            {
                throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} lies in [0, 100].");
            }
        }
    }
}
