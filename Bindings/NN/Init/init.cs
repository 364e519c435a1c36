using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Fills tensors with starting values, in place and outside of autograd. The same seed draws the same numbers as Python. Python's
        /// <c>torch.nn.init</c>.
        /// </summary>
        public static partial class init
        {
            /// <summary>The factor by which weights grow to keep the scale through a nonlinearity.</summary>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="param">The slope of a leaky rectified linear unit.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                NonlinearityType.SELU => 0.75,
                _ => 1.0,
            };

            /// <summary>How many inputs and outputs one unit of a weight has: (out, in, positions...).</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException(
                        $"Inputs and outputs are counted of a weight of two or more dimensions, not of {Modules.Repr.Shape(shape)}.", nameof(tensor));
                }

                var positions = 1L;
                foreach (var size in shape.AsSpan(2))
                {
                    positions *= size;
                }

                return (shape[1] * positions, shape[0] * positions);
            }

            /// <summary>Fills with ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills with zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills with a value.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var guard = no_grad();
                return aten.fill__Scalar(tensor, val);
            }

            /// <summary>Ones on the diagonal, zeros elsewhere; two dimensions.</summary>
            /// <exception cref="ArgumentException">The tensor has another number of dimensions.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                ThrowUnless(tensor.dim() == 2, tensor, "two dimensions");
                using var guard = no_grad();
                using var identity = aten.eye_m(tensor.size(0), tensor.size(1), tensor.dtype, null, tensor.device);
                return aten.copy_(tensor, identity);
            }

            /// <summary>Makes a convolution's weight pass on as many channels as it can.</summary>
            /// <param name="tensor">(out, in, positions...), of three to five dimensions.</param>
            /// <param name="groups">The groups of the convolution; default 1.</param>
            /// <exception cref="ArgumentException">The tensor has another number of dimensions, or the groups do not divide it.</exception>
            public static Tensor dirac_(Tensor tensor, long groups = 1)
            {
                ThrowUnless(tensor.dim() is >= 3 and <= 5, tensor, "three to five dimensions");
                ThrowUnless(groups > 0 && tensor.size(0) % groups == 0, tensor, $"a first dimension that {groups} divides");
                using var guard = no_grad();
                aten.zero_(tensor);
                var shape = tensor.shape;
                var perGroup = shape[0] / groups;
                for (var g = 0L; g < groups; g++)
                {
                    for (var d = 0L; d < Math.Min(perGroup, shape[1]); d++)
                    {
                        using var scope = NewDisposeScope();
                        var centre = aten.select_int(aten.select_int(tensor, 0, (g * perGroup) + d), 0, d);
                        foreach (var size in shape.AsSpan(2))
                        {
                            centre = aten.select_int(centre, 0, size / 2);
                        }

                        aten.fill__Scalar(centre, 1);
                    }
                }

                return tensor;
            }

            private static void ThrowUnless(bool holds, Tensor tensor, string expected)
            {
                if (!holds)
                {
                    throw new ArgumentException($"This takes a tensor of {expected}, not one of shape {Modules.Repr.Shape(tensor)}.",
                        nameof(tensor));
                }
            }
        }
    }
}
