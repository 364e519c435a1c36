namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Something that can be called with three inputs, as a module can.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="T3">The type of the third input.</typeparam>
        /// <typeparam name="TResult">The type of the result.</typeparam>
        public interface IModule<in T1, in T2, in T3, out TResult>
        {
            /// <summary>Runs the module on its inputs.</summary>
            TResult call(T1 input1, T2 input2, T3 input3);
        }
    }
}
