/**
 * NVIDIA GPUs: takes rows in, gives polarizations out, computed by the kernels of {@code kernels/}, whose PTX lies
 * beside this package's classes. Evaluators know {@code Device} alone; only the classes named JCuda know the driver.
 * Programs need {@code CudaProvider} and nothing else; what more is public serves those who measure and check kernels.
 */
package org.chirpmill.engine.cuda;
