namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <content>Probabilities and logits.</content>
        public abstract partial class Distribution
        {
            /// <summary>Probabilities from logits.</summary>
            /// <param name="logits">Log odds where binary, else unnormalised log probabilities along the last dimension.</param>
            /// <param name="isBinary">Whether each is the log odds of one event.</param>
            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? logits.sigmoid() : logits.softmax(-1);

            /// <summary>Logits from probabilities, which are kept away from 0 and 1.</summary>
            /// <param name="probs">Probabilities.</param>
            /// <param name="isBinary">Whether each is that of one event; else they lie along the last dimension.</param>
            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false) => Compute(() =>
            {
                Tensor clamped = ClampProbs(probs);
                return isBinary ? clamped.log() - (-clamped).log1p() : clamped.log();
            });

            /// <summary>Whichever of probabilities and logits the distribution was made from, expanded.</summary>
            internal (Tensor? Probs, Tensor? Logits) Given(Size shape)
            {
                // What is computed later is kept later.
                (string name, Tensor value) = kept.First(entry => entry.Key is "probs" or "logits");
                return name == "probs" ? (value.expand(shape), null) : (null, value.expand(shape));
            }

            /// <summary>Keeps probabilities a rounding step away from 0 and 1.</summary>
            /// <param name="probs">Probabilities.</param>
            protected Tensor ClampProbs(Tensor probs)
            {
                double eps = finfo(probs.dtype).eps;
                return probs.clamp(eps, 1 - eps);
            }

            /// <summary>The greater of x and 0, whose gradient at 0 is one half.</summary>
            /// <param name="x">Numbers.</param>
            protected Tensor ClampByZero(Tensor x) => Compute(() => (x.clamp(min: 0) + x - x.clamp(max: 0)) / 2);
        }
    }
}
