using System.Globalization;
using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor as PyTorch prints it, or in the style that torch.set_printoptions set.</summary>
        public override string ToString() => IsInvalid ? "tensor(disposed)" : ToString(TensorStringStyle.Default);

        /// <summary>The tensor in the style that torch.set_printoptions set; there so that code written for TorchSharp compiles.</summary>
        /// <param name="disamb">Not used: tells this overload from ToString().</param>
        /// <param name="fltFormat">A .NET format for the elements of the styles that are not Python's.</param>
        /// <param name="width">Characters in a line.</param>
        /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
        /// <param name="newLine">Between lines.</param>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine);

        /// <summary>The tensor as text.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">A .NET format for the elements of the styles that are not Python's.</param>
        /// <param name="width">Characters in a line.</param>
        /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
        /// <param name="newLine">Between lines.</param>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            PrintOptions options = PrintOptions.Current;
            options = options with { LineWidth = width ?? options.LineWidth };
            TensorStringStyle chosen = style == TensorStringStyle.Default ? options.Style : style;
            return chosen == TensorStringStyle.Python
                ? PythonPrinter.Print(this, options)
                : PlainPrinter.Print(this, chosen, options, fltFormat, cultureInfo, newLine);
        }
    }
}
