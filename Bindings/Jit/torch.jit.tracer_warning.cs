namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>
        /// Hears of what makes a trace hold for less than the program does (Python's <c>TracerWarning</c>): numbers read out of tensors, sizes in
        /// conditions, random numbers, results that differ. With nobody listening, warnings go to the standard error stream.
        /// </summary>
        public static event Action<string>? tracer_warning;

        internal static void Warn(string text)
        {
            if (tracer_warning is { } listeners)
            {
                listeners(text);
            }
            else
            {
                Console.Error.WriteLine($"torch.jit.trace: warning: {text}");
            }
        }
    }
}
