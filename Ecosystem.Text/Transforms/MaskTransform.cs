using TorchSharp.Transforms.Text;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Hides some tokens at random, for training a model to guess them.</summary>
            /// <param name="vocab_len">How many tokens the vocabulary has, special ones included; random tokens are drawn below it.</param>
            /// <param name="mask_idx">Index of the token that stands for a hidden one.</param>
            /// <param name="bos_idx">Index of the token that begins a text.</param>
            /// <param name="pad_idx">Index of the token that fills texts up; never hidden.</param>
            /// <param name="mask_bos">Whether the token that begins a text may be hidden.</param>
            /// <param name="mask_prob">The share of each text's positions that is chosen.</param>
            public static MaskTransform MaskTransform(
                long vocab_len, long mask_idx, long bos_idx, long pad_idx, bool mask_bos = false, double mask_prob = 0.15) =>
                new(vocab_len, mask_idx, bos_idx, pad_idx, mask_bos, mask_prob);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>
    /// Hides some tokens at random, for training a model to guess them (Python's <c>torchtext.transforms.MaskTransform</c>). Of the positions chosen,
    /// 80 % get the mask's index, 10 % that of a random token and 10 % keep their own. The same seed draws the same as in Python.
    /// </summary>
    public sealed record MaskTransform : torchtext.ITransform
    {
        /// <summary>The share of the chosen positions that gets the mask's index.</summary>
        public const double mask_mask_prob = 0.8;

        /// <summary>The share of the chosen positions that gets a random token.</summary>
        public const double rand_mask_prob = 0.1;

        /// <summary>Makes the transform.</summary>
        /// <param name="vocab_len">How many tokens the vocabulary has, special ones included; random tokens are drawn below it.</param>
        /// <param name="mask_idx">Index of the token that stands for a hidden one.</param>
        /// <param name="bos_idx">Index of the token that begins a text.</param>
        /// <param name="pad_idx">Index of the token that fills texts up; never hidden.</param>
        /// <param name="mask_bos">Whether the token that begins a text may be hidden.</param>
        /// <param name="mask_prob">The share of each text's positions that is chosen, from 0 to 1.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="vocab_len"/> is not positive, or <paramref name="mask_prob"/> not from 0 to
        /// 1.</exception>
        public MaskTransform(long vocab_len, long mask_idx, long bos_idx, long pad_idx, bool mask_bos = false, double mask_prob = 0.15)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vocab_len);
            if (mask_prob is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(mask_prob), mask_prob, "mask_prob is a share, from 0 to 1.");
            }
            (this.vocab_len, this.mask_idx, this.bos_idx, this.pad_idx) = (vocab_len, mask_idx, bos_idx, pad_idx);
            (this.mask_bos, this.mask_prob) = (mask_bos, mask_prob);
        }

        /// <summary>How many tokens the vocabulary has.</summary>
        public long vocab_len { get; }

        /// <summary>Index of the token that stands for a hidden one.</summary>
        public long mask_idx { get; }

        /// <summary>Index of the token that begins a text.</summary>
        public long bos_idx { get; }

        /// <summary>Index of the token that fills texts up.</summary>
        public long pad_idx { get; }

        /// <summary>Whether the token that begins a text may be hidden.</summary>
        public bool mask_bos { get; }

        /// <summary>The share of each text's positions that is chosen.</summary>
        public double mask_prob { get; }

        /// <summary>Hides tokens.</summary>
        /// <param name="tokens">Indices of int64, shape [texts, tokens], neither of them 0.</param>
        /// <returns>
        /// The tokens with some hidden, shape [texts, tokens]; those that stood at the positions chosen, shape [chosen]; and the positions, 1 where
        /// chosen, as int32 of shape [texts, tokens]. Where chance chooses none, the first position is taken.
        /// </returns>
        /// <exception cref="ArgumentException">The tensor has another shape or type.</exception>
        public (Tensor masked_tokens, Tensor target_tokens, Tensor mask) call(Tensor tokens)
        {
            ArgumentNullException.ThrowIfNull(tokens);
            if (tokens.dim() != 2 || tokens.numel() == 0 || tokens.dtype != ScalarType.Int64)
            {
                throw TransformInput.Refused(this, "indices of int64 of shape [texts, tokens], neither of them 0", tokens);
            }

            using var scope = NewDisposeScope();
            var mask = Choose(tokens);
            var chances = ops.aten.uniform_(empty_like(tokens, dtype: ScalarType.Float32), 0.0, 1.0, random.Current);
            var hidden = chances.ge(1 - mask_mask_prob).to(ScalarType.Int64) * mask;
            var replaced = chances.lt(rand_mask_prob).to(ScalarType.Int64) * mask;
            var drawn = ops.aten.random__from(empty_like(tokens), 0, vocab_len, random.Current);
            var masked = (tokens * (1 - hidden)) + (mask_idx * hidden);
            masked = (masked * (1 - replaced)) + (drawn * replaced);
            return (masked.MoveToOuterDisposeScope(), tokens.masked_select(mask.to(ScalarType.Bool)).MoveToOuterDisposeScope(),
                mask.MoveToOuterDisposeScope());
        }

        object torchtext.ITransform.call(object input) => input is Tensor tokens ? call(tokens) : throw TransformInput.Refused(this, "a tensor of indices", input);

        // One permutation is drawn for each text, on the CPU, in Python's order.
        private Tensor Choose(Tensor tokens)
        {
            var (texts, length) = (tokens.shape[0], tokens.shape[1]);
            var chosen = (int)(length * mask_prob);
            var positions = new int[texts * length];
            for (var text = 0L; text < texts; text++)
            {
                using var order = ops.aten.randperm_generator(length, random.Current, dtype: ScalarType.Int64, device: CPU);
                var source = order.data<long>();
                for (var place = 0L; place < length; place++)
                {
                    positions[(text * length) + place] = source[place] < chosen ? 1 : 0;
                }
            }

            var mask = tensor(positions, [texts, length], device: tokens.device);
            var eligible = tokens.ne(pad_idx);
            mask = mask * (mask_bos ? eligible : eligible.logical_and(tokens.ne(bos_idx))).to(ScalarType.Int32);
            if (!mask.any().item<bool>())
            {
                mask[0, 0] = tensor(1, dtype: ScalarType.Int32, device: tokens.device);
            }
            return mask;
        }
    }
}
