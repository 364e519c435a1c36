using TorchSharp.Testing;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What tests of programs with tensors need (torch.testing).</summary>
    public static class testing
    {
        /// <summary>
        /// Asks that two tensors are equal up to rounding: |actual - expected| &lt;= atol + rtol * |expected| for every element (torch.testing.assert_close).
        /// </summary>
        /// <param name="actual">What was computed.</param>
        /// <param name="expected">What it should be, of the same shape. Quantized and sparse tensors are compared by their values.</param>
        /// <param name="rtol">
        /// Relative tolerance; by element type when null: 1e-3 for float16, 1.6e-2 for bfloat16, 1.3e-6 for float32 and complex64, 1e-7 for float64 and
        /// complex128, else 0. Given only together with <paramref name="atol"/>.
        /// </param>
        /// <param name="atol">Absolute tolerance; by element type when null: 1e-5, 1e-7 for float64 and complex128, 0 for integers and truth values.</param>
        /// <param name="equal_nan">Whether two that are not numbers are equal.</param>
        /// <param name="check_device">Whether both have to be on one device; otherwise they are compared on the processor.</param>
        /// <param name="check_dtype">Whether both have to have one element type; otherwise they are promoted, and the wider tolerances of the two hold.</param>
        /// <param name="check_layout">Whether both have to have one layout; otherwise sparse ones are made dense.</param>
        /// <param name="check_stride">Whether both have to have the same strides.</param>
        /// <param name="msg">What to say instead of the difference.</param>
        /// <exception cref="TensorMismatchException">They are not, in Python's words.</exception>
        /// <exception cref="ArgumentException">One tolerance was given without the other.</exception>
        public static void assert_close(
            Tensor actual, Tensor expected, double? rtol = null, double? atol = null, bool equal_nan = false, bool check_device = true,
            bool check_dtype = true, bool check_layout = true, bool check_stride = false, string? msg = null)
        {
            ArgumentNullException.ThrowIfNull(actual);
            ArgumentNullException.ThrowIfNull(expected);
            if (rtol is null != atol is null)
            {
                throw new ArgumentException(
                    $"Both 'rtol' and 'atol' must be either specified or omitted, but got no {(rtol is null ? "rtol" : "atol")}.",
                    rtol is null ? nameof(rtol) : nameof(atol));
            }

            var comparison = new TensorComparison(rtol, atol, equal_nan, check_device, check_dtype, check_layout, check_stride);
            if (comparison.Difference(actual, expected) is { } difference)
            {
                throw new TensorMismatchException(msg ?? difference);
            }
        }
    }
}
