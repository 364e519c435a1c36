namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something that can be called with one input, as a module can.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Runs the module on its input.</summary>
            TResult call(T input1);
        }
    }
}
