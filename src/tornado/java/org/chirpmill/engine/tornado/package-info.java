/**
 * The scalar kernels on OpenCL and CUDA devices, compiled at run time by TornadoVM.
 * Takes rows in, gives polarizations out; knows no physics, and is compiled only where TornadoVM's SDK is.
 */
package org.chirpmill.engine.tornado;
