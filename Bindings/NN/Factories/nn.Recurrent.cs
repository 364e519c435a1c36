using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.RNN"/>
        /// <param name="inputSize">The number of features of an element of the input.</param>
        /// <param name="hiddenSize">The number of features of the state.</param>
        /// <param name="numLayers">How many layers stand on each other; default 1.</param>
        /// <param name="nonLinearity">What each state passes through; default the hyperbolic tangent.</param>
        /// <param name="bias">Whether there are biases; default true.</param>
        /// <param name="batchFirst">Whether the batch is the first dimension of input and output; default false.</param>
        /// <param name="dropout">The probability that an entry is dropped between layers, in training; default 0.</param>
        /// <param name="bidirectional">Whether each layer also runs from the end to the start; default false.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static RNN RNN(
            long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true,
            bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <inheritdoc cref="Modules.LSTM"/>
        /// <param name="inputSize">The number of features of an element of the input.</param>
        /// <param name="hiddenSize">The number of features of the state.</param>
        /// <param name="numLayers">How many layers stand on each other; default 1.</param>
        /// <param name="bias">Whether there are biases; default true.</param>
        /// <param name="batchFirst">Whether the batch is the first dimension of input and output; default false.</param>
        /// <param name="dropout">The probability that an entry is dropped between layers, in training; default 0.</param>
        /// <param name="bidirectional">Whether each layer also runs from the end to the start; default false.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        /// <param name="proj_size">To how many features the hidden state is projected (Python's name); default 0, which is not at all.</param>
        public static LSTM LSTM(
            long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
            bool bidirectional = false, Device? device = null, ScalarType? dtype = null, long proj_size = 0) =>
            new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, proj_size, device, dtype);

        /// <inheritdoc cref="Modules.GRU"/>
        /// <param name="inputSize">The number of features of an element of the input.</param>
        /// <param name="hiddenSize">The number of features of the state.</param>
        /// <param name="numLayers">How many layers stand on each other; default 1.</param>
        /// <param name="bias">Whether there are biases; default true.</param>
        /// <param name="batchFirst">Whether the batch is the first dimension of input and output; default false.</param>
        /// <param name="dropout">The probability that an entry is dropped between layers, in training; default 0.</param>
        /// <param name="bidirectional">Whether each layer also runs from the end to the start; default false.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static GRU GRU(
            long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
            bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

        /// <inheritdoc cref="Modules.RNNCell"/>
        /// <param name="inputSize">The number of features of the input.</param>
        /// <param name="hiddenSize">The number of features of the state.</param>
        /// <param name="nonLinearity">What the state passes through; default the hyperbolic tangent.</param>
        /// <param name="bias">Whether there are biases; default true.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static RNNCell RNNCell(
            long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null,
            ScalarType? dtype = null) => new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);

        /// <inheritdoc cref="Modules.LSTMCell"/>
        /// <param name="inputSize">The number of features of the input.</param>
        /// <param name="hiddenSize">The number of features of the state.</param>
        /// <param name="bias">Whether there are biases; default true.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, device, dtype);

        /// <inheritdoc cref="Modules.GRUCell"/>
        /// <param name="inputSize">The number of features of the input.</param>
        /// <param name="hiddenSize">The number of features of the state.</param>
        /// <param name="bias">Whether there are biases; default true.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, hiddenSize, bias, device, dtype);
    }
}
